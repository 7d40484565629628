import { isAlive } from '../../guard/alive.mjs'
import { guard } from '../processes/guard.ts'
import type { OwnedProcess } from '../processes/owned-process.ts'
import { describeExit, sendSignal } from '../processes/owned-process.ts'
import { waitFor } from '../wait-for.ts'

/** A real server that can be killed, frozen and brought back, always at the same address with the same data. */
export interface ControlledServer {
  readonly url: string
  readonly port: number
  /** Undefined while it is down, and always for a container. */
  pid(): number | undefined
  isRunning(): boolean
  /** Ends it by a signal (default SIGKILL) and resolves when it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** Freezes it: connections stay open, nothing answers. */
  pause(): Promise<void>
  resume(): Promise<void>
  /** Starts it again, ending it first if it runs; resolves when it answers. */
  restart(): Promise<void>
  /** Ends it properly: what it holds is on disk. */
  stop(): Promise<void>
  /** Resolves with the reason when it, as it runs now, is gone. */
  exited(): Promise<string>
  /** What it has written so far. */
  logs(): string
}

export interface ServerSpec {
  readonly name: string
  readonly url: string
  readonly port: number
  /** Starts the process, which may not answer yet. */
  launch(): Promise<OwnedProcess>
  /** Rejects as long as the server does not answer. */
  probe(): Promise<unknown>
  /** How long it may take until it answers, in milliseconds. */
  readonly readyWithinMs: number
  /** Processes of its own that answer clients too, and so are frozen and killed with it. */
  helpers?(pid: number): number[]
}

/** Starts a server process and resolves when it answers. */
export async function startControlledServer(spec: ServerSpec): Promise<ControlledServer> {
  let current = await launchUntilReady(spec)
  let frozen: number[] = []
  const helpers = (): number[] => spec.helpers?.(current.pid) ?? []

  const resume = async (): Promise<void> => {
    for (const pid of [current.pid, ...frozen]) sendSignal(pid, 'SIGCONT')
    for (const pid of frozen) guard.release(pid)
    frozen = []
    await Promise.resolve()
  }
  const stop = async (): Promise<void> => {
    if (current.isRunning()) await resume()
    await current.stop()
  }
  return {
    url: spec.url,
    port: spec.port,
    pid: () => (current.isRunning() ? current.pid : undefined),
    isRunning: () => current.isRunning(),
    kill: async (signal = 'SIGKILL') => {
      const others = signal === 'SIGKILL' ? helpers() : []
      current.kill(signal)
      for (const pid of others) sendSignal(pid, signal)
      // A frozen process sees nothing but SIGKILL until it goes on.
      if (current.isRunning()) await resume()
      await current.exited
      // A helper that is still dying holds on to the server's memory and files, and the next one refuses to start.
      await waitFor(() => !others.some(isAlive), { what: `the helpers of ${spec.name} to be gone` })
    },
    pause: async () => {
      current.kill('SIGSTOP')
      frozen = helpers()
      for (const pid of frozen) {
        sendSignal(pid, 'SIGSTOP')
        // Frozen, it would not notice that its server ends.
        guard.watch({ pid, signal: 'SIGCONT', graceMs: 2_000, stage: 0 })
      }
      await Promise.resolve()
    },
    resume,
    restart: async () => {
      await stop()
      current = await launchUntilReady(spec)
    },
    stop,
    exited: async () => describeExit(await current.exited),
    logs: () => current.logs(),
  }
}

async function launchUntilReady(spec: ServerSpec): Promise<OwnedProcess> {
  const server = await spec.launch()
  try {
    const state = await waitFor(
      async () => (server.isRunning() ? spec.probe().then(() => 'ready') : 'dead'),
      {
        what: `${spec.name} to answer at port ${spec.port}`,
        timeoutMs: spec.readyWithinMs,
      },
    )
    if (state === 'ready') return server
    throw new Error(`${spec.name} ${describeExit(await server.exited)} before it was ready`)
  } catch (error) {
    await server.stop()
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}. It wrote:\n${server.logs().trim()}`,
      {
        cause: error,
      },
    )
  }
}
