import { join } from 'node:path'
import { pause } from '@abitly/runtime'
import type { OwnedProcess } from '@abitly/testing'
import { describeExit, freePort, startProcess } from '@abitly/testing'
import { createBackoff } from './backoff.ts'
import { noteProcess } from './lock.ts'
import type { RunPaths } from './paths.ts'
import { untilReady } from './readiness.ts'
import type { ServiceSpec } from './services.ts'
import { localUrl } from './services.ts'

const FIRST_START_MS = 90_000
const STOP_GRACE_MS = 10_000

/** A service that is kept running. */
export interface SupervisedService {
  readonly spec: ServiceSpec
  /** Resolves when it is ready for the first time; rejects with a StackError when its first start fails. */
  readonly ready: Promise<void>
  /** Of the process that runs now, or ran last. */
  pid(): number
  port(): number
  /** Ends it and starts it no more. */
  stop(): Promise<void>
  kill(): void
}

export interface SupervisorEvents {
  /** Something the user should see. */
  readonly note: (message: string) => void
  /** It runs and is ready again, as another process. */
  readonly changed: () => void
}

/** Starts a service and, once it has been ready, starts it again whenever it dies. */
export async function superviseService(
  spec: ServiceSpec,
  { script, paths }: { script: string; paths: RunPaths },
  { note, changed }: SupervisorEvents,
): Promise<SupervisedService> {
  const name = `${spec.service}-${spec.index}`
  const logFile = join(paths.logs, `${name}.log`)
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  const address = ({ port }: Launched): string => `${localUrl(port)}${spec.readyPath}`
  const start = (): Promise<Launched> => launch(spec, { name, script, logFile, paths })
  let current = await start()
  let launching: Promise<unknown> = Promise.resolve()
  const ready = untilReady(current.process, address(current), FIRST_START_MS)
  ready.then(keepRunning, () => undefined)

  async function keepRunning(): Promise<void> {
    const backoff = createBackoff()
    for (;;) {
      const since = Date.now()
      const exit = await current.process.exited
      if (isStopping()) return
      note(
        `${name} (process ${current.process.pid}) ${describeExit(exit)}; starting it again. Log: ${logFile}`,
      )
      await pause(backoff(Date.now() - since), stopping.signal)
      if (isStopping()) return
      launching = start().then(announceReturn, (error: unknown) => note(String(error)))
      await launching
    }
  }

  function announceReturn(launched: Launched): void {
    current = launched
    // However long it takes: a database that is away keeps a service from being ready, not from running.
    untilReady(launched.process, address(launched), Number.MAX_SAFE_INTEGER).then(
      () => {
        if (isStopping()) return
        note(`${name} is back as process ${launched.process.pid}`)
        changed()
      },
      () => undefined, // It died again, which is told by keepRunning.
    )
  }

  return {
    spec,
    ready,
    pid: () => current.process.pid,
    port: () => current.port,
    stop: async () => {
      stopping.abort()
      await launching
      await current.process.stop()
    },
    kill: () => {
      stopping.abort()
      current.process.kill('SIGKILL')
    },
  }
}

interface Launched {
  readonly process: OwnedProcess
  readonly port: number
}

async function launch(
  spec: ServiceSpec,
  { name, script, logFile, paths }: { name: string; script: string; logFile: string; paths: RunPaths },
): Promise<Launched> {
  const port = spec.port ?? (await freePort())
  const service = await startProcess({
    name,
    command: process.execPath,
    args: [script],
    env: { ...spec.env, PORT: String(port) },
    logFile,
    stop: { signal: 'SIGTERM', graceMs: STOP_GRACE_MS },
    // The simulator is the services' Telegram: it goes after them.
    orphaned: { signal: 'SIGTERM', graceMs: STOP_GRACE_MS, stage: spec.service === 'simulator' ? 1 : 0 },
  })
  const forget = noteProcess(paths, name, service.pid, script)
  void service.exited.then(forget)
  return { process: service, port }
}
