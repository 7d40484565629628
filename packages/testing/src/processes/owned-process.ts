import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { guard } from './guard.ts'

export interface ProcessExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface ProcessSpec {
  /** What messages call it. */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd?: string | undefined
  readonly uid?: number | undefined
  readonly gid?: number | undefined
  /** Both outputs are appended to this file, so that they survive whoever started the process. */
  readonly logFile: string
  /** How it is asked to end, and how long it may take before SIGKILL. */
  readonly stop: { readonly signal: NodeJS.Signals; readonly graceMs: number }
  /** How the guard ends it when this process dies. Default: as `stop`, in stage 0. */
  readonly orphaned?: { readonly signal: NodeJS.Signals; readonly graceMs: number; readonly stage: number }
}

/** A child process that never outlives its parent, in a process group of its own (Ctrl-C does not reach it). */
export interface OwnedProcess {
  readonly name: string
  readonly pid: number
  readonly logFile: string
  readonly exited: Promise<ProcessExit>
  isRunning(): boolean
  /** Sends the signal, if the process still runs. */
  kill(signal: NodeJS.Signals): void
  /** Asks it to end, kills it after the grace period, and resolves when it is gone. */
  stop(): Promise<ProcessExit>
  /** What it has written, at most the last 64 KiB. */
  logs(): string
}

const LOG_TAIL_BYTES = 65_536

/** @throws Error naming the command when it cannot be started */
export async function startProcess(spec: ProcessSpec): Promise<OwnedProcess> {
  const log = openSync(spec.logFile, 'a', 0o600)
  const child = spawn(spec.command, spec.args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: spec.env,
    cwd: spec.cwd,
    uid: spec.uid,
    gid: spec.gid,
  })
  closeSync(log)
  const exited = new Promise<ProcessExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  await once(child, 'spawn').catch((error: unknown) => {
    throw new Error(`${spec.name} could not be started: ${basename(spec.command)} does not run`, {
      cause: error,
    })
  })
  const pid = child.pid ?? 0
  guard.watch({ pid, ...(spec.orphaned ?? { ...spec.stop, stage: 0 }) })
  void exited.then(() => guard.release(pid))
  return ownedProcess(spec, pid, exited)
}

function ownedProcess(spec: ProcessSpec, pid: number, exited: Promise<ProcessExit>): OwnedProcess {
  let running = true
  void exited.then(() => {
    running = false
  })
  const kill = (signal: NodeJS.Signals): void => {
    if (running) sendSignal(pid, signal)
  }
  return {
    name: spec.name,
    pid,
    logFile: spec.logFile,
    exited,
    isRunning: () => running,
    kill,
    stop: async () => {
      kill(spec.stop.signal)
      const deadline = setTimeout(() => kill('SIGKILL'), spec.stop.graceMs)
      const exit = await exited
      clearTimeout(deadline)
      // Whatever it had started itself.
      sendSignal(-pid, 'SIGKILL')
      return exit
    },
    logs: () => tailOf(spec.logFile),
  }
}

/** Sends a signal to a process that may be gone already. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** `exited with code 1`, `was killed by SIGKILL`. */
export function describeExit({ code, signal }: ProcessExit): string {
  return signal === null ? `exited with code ${code}` : `was killed by ${signal}`
}

function tailOf(path: string): string {
  try {
    return readFileSync(path).subarray(-LOG_TAIL_BYTES).toString('utf8')
  } catch {
    return ''
  }
}
