import { describeError, isEnvironmental } from '@abitly/runtime'
import type { Clock, Logger } from '@abitly/runtime'

/** What a run did: numbers by name, e.g. `{ woken: 2 }`. */
export type Counts = Readonly<Record<string, number>>

/** The run a routine works on. */
export interface RoutineRun {
  /** Its nominal moment, whatever the time is now. */
  readonly slot: Date
  /** Aborts when the service stops. */
  readonly signal: AbortSignal
}

/**
 * What a task does. A run that a crash has cut off is done again, so doing it twice must change nothing; a routine
 * whose effect can not be repeated writes the end of its run in the transaction of that effect, and returns null.
 */
export type Routine = (run: RoutineRun) => Promise<Counts | null>

interface BegunRun {
  task: string
  slot: Date
  attempt: number
}

/** As much of the run ledger as doing the work needs. */
export interface RunLedger {
  begin(task: string, now: Date): Promise<BegunRun | null>
  end(
    run: BegunRun,
    end: { state: 'done'; counts: Counts } | { state: 'failed'; error: string },
    now: Date,
  ): Promise<boolean>
  giveBack(run: BegunRun): Promise<void>
}

export interface RunTaskDependencies {
  ledger: RunLedger
  clock: Clock
  logger: Logger
  signal: AbortSignal
  /** Attempts of one run. */
  mostAttempts: number
  /** Told of each end, for a metric. */
  ended: (task: string, outcome: 'done' | 'failed') => void
}

/**
 * Does every run of a task that is due, oldest first.
 * @throws what the surroundings threw: nothing is charged to the run, which is to be tried again
 */
export async function runTask(task: string, routine: Routine, deps: RunTaskDependencies): Promise<void> {
  const { ledger, clock, signal } = deps
  while (!signal.aborted) {
    const run = await ledger.begin(task, clock.now())
    if (run === null) return
    await attempt(run, routine, deps)
  }
}

async function attempt(run: BegunRun, routine: Routine, deps: RunTaskDependencies): Promise<void> {
  const { ledger, clock, logger, signal, ended } = deps
  const { task, slot } = run
  try {
    const counts = await routine({ slot, signal })
    if (counts !== null) await ledger.end(run, { state: 'done', counts }, clock.now())
    ended(task, 'done')
    logger.debug({ task, slot, ...counts }, 'a run of the schedule is done')
  } catch (error) {
    if (isEnvironmental(error)) {
      await ledger.giveBack(run)
      throw error
    }
    await ledger.end(run, { state: 'failed', error: reasonOf(error) }, clock.now())
    const final = run.attempt >= deps.mostAttempts
    logger.error({ err: error, task, slot, attempt: run.attempt, final }, 'a run of the schedule failed')
    if (final) ended(task, 'failed')
  }
}

const LONGEST_REASON = 300

function reasonOf(error: unknown): string {
  const { type, message } = describeError(error)
  return `${type}: ${message}`.slice(0, LONGEST_REASON)
}
