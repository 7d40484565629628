import type { Releases } from './releases.ts'

export interface Stopper {
  /** Has somebody asked the stack to end? */
  asked(): boolean
  /** Ends everything properly and exits. */
  now(code: number): Promise<void>
}

const KILL_DEADLINE_MS = 2_000

/**
 * The first signal, or the loss of whoever started us, ends everything in order; a second signal ends it at once.
 * What is left even then is the guard's.
 */
export function stopOnSignals(releases: Releases, say: (text: string) => void): Stopper {
  let asked = false
  let atOnce = false
  const now = async (code: number): Promise<void> => {
    asked = true
    await releases.stopAll()
    // What was killed meanwhile has ended as well: its end must not pass for a proper one.
    if (atOnce) return
    if (code === 0) say('  Stopped. The data stays.\n')
    process.exit(code)
  }
  const onSignal = (): void => {
    if (asked) {
      atOnce = true
      say('\n  Ending at once.\n')
      setTimeout(() => process.exit(1), KILL_DEADLINE_MS)
      void releases.killAll().then(() => process.exit(1))
      return
    }
    say('\n  Stopping ...\n')
    void now(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // The parent's end of this channel closes when it is gone, however it went.
  process.on('disconnect', () => {
    if (!asked) onSignal()
  })
  return { asked: () => asked, now }
}
