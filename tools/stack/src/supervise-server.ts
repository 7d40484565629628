import { pause } from '@abitly/runtime'
import type { ControlledServer } from '@abitly/testing'
import { createBackoff } from './backoff.ts'

/** A server of our own that is kept running. */
export interface SupervisedServer {
  readonly url: string
  /** Ends it properly and starts it no more. */
  stop(): Promise<void>
  kill(): Promise<void>
}

/** Brings a server back, at the same address with the same data, whenever it dies. */
export function superviseServer(
  name: string,
  server: ControlledServer,
  note: (message: string) => void,
): SupervisedServer {
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  const backoff = createBackoff()
  let restarting: Promise<unknown> = Promise.resolve()
  void keepRunning()

  async function keepRunning(): Promise<void> {
    for (;;) {
      const since = Date.now()
      const why = await server.exited()
      if (isStopping()) return
      note(`${name} ${why}; starting it again`)
      await pause(backoff(Date.now() - since), stopping.signal)
      if (isStopping()) return
      restarting = server.restart().then(
        () => note(`${name} is back`),
        (error: unknown) =>
          note(`${name} did not start: ${error instanceof Error ? error.message : String(error)}`),
      )
      await restarting
    }
  }

  const end = async (how: () => Promise<void>): Promise<void> => {
    stopping.abort()
    await restarting
    await how()
  }
  return {
    url: server.url,
    stop: () => end(() => server.stop()),
    kill: () => end(() => server.kill('SIGQUIT')),
  }
}
