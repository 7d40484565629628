import type { ScheduleRepository, Term } from '@abitly/database'
import type { Counter, Logger } from '@abitly/runtime'
import type { SharedClock } from '../leader/shared-clock.ts'
import { isOver } from './decide-slots.ts'
import type { Timetable } from './decide-slots.ts'
import type { Dispatcher } from './dispatch-runs.ts'
import { TermOver } from './term-over.ts'

export interface CaretakerDependencies {
  timetable: Timetable
  timeZone: string
  ledger: ScheduleRepository
  clock: SharedClock
  runs: Counter<'task' | 'outcome'>
  logger: Logger
}

export interface Caretaker {
  /**
   * Every few seconds: wakes whoever is to do a run whose end is not written down, and ends those that are not worth
   * doing any more. So a crash between claim and wake-up is repaired, and a run that a person asked for is done.
   * @throws TermOver
   */
  look(term: Term): Promise<void>
  /** The next look happens at once: a new term takes up what the last one left. */
  lookSoon(): void
}

/** Between two looks; Redis and the database are asked once each. */
const EVERY_MS = 5_000

export function createCaretaker(deps: CaretakerDependencies, dispatcher: Dispatcher): Caretaker {
  let lookedAt = -Infinity
  return {
    lookSoon: () => void (lookedAt = -Infinity),
    async look(term) {
      if (performance.now() - lookedAt < EVERY_MS) return
      lookedAt = performance.now()
      const { ledger, clock, timetable, timeZone } = deps
      const askedAt = clock.wall()
      const found = await ledger.lookForUnfinished(term)
      if (found === null) throw new TermOver()
      const { runs, databaseNow } = found
      clock.correct(databaseNow, askedAt)
      const now = clock.now()
      const known = runs.flatMap((run) => {
        const task = timetable[run.task]
        if (task === undefined || dispatcher.isBusy(run.task)) return []
        return [{ ...run, over: isOver(run, task, timeZone, now) }]
      })
      await giveUp(
        term,
        known.filter(({ over }) => over),
        deps,
      )
      await dispatcher.dispatch(
        term,
        known.filter(({ over }) => !over),
      )
    },
  }
}

async function giveUp(
  term: Term,
  stale: readonly { task: string; slot: Date }[],
  { ledger, clock, runs, logger }: CaretakerDependencies,
): Promise<void> {
  if (stale.length === 0) return
  const ended = await ledger.giveUp(term, stale, clock.now())
  for (const { task, state } of ended) runs.inc({ task, outcome: state })
  if (ended.length > 0)
    logger.warn({ runs: ended.length }, 'runs of the schedule were given up: nobody finished them in time')
}
