import type { ScheduleRepository, Term } from '@abitly/database'
import type { Counter, Logger } from '@abitly/runtime'
import type { SharedClock } from '../leader/shared-clock.ts'
import { decideSlots } from './decide-slots.ts'
import type { Timetable } from './decide-slots.ts'
import { createDispatcher } from './dispatch-runs.ts'
import type { DispatchDependencies } from './dispatch-runs.ts'
import { createCaretaker } from './look-after-runs.ts'
import { TermOver } from './term-over.ts'

export interface ClockworkDependencies extends DispatchDependencies {
  timetable: Timetable
  timeZone: string
  ledger: ScheduleRepository
  clock: SharedClock
  /** May this replica fire now? */
  leads: () => boolean
  /** Gives the lead up. */
  resign: () => Promise<void>
  runs: Counter<'task' | 'outcome'>
  logger: Logger
  /** Who this replica is, for the ledger. */
  name: string
}

export interface Clockwork {
  /** Begins a term: ends those of all earlier leaders, and learns how far they came. */
  takeOver(): Promise<void>
  /** Fires what is due. Called about every second; however late it comes, no slot is left out. */
  tick(): Promise<void>
  /** Fires nothing more; resolves when the leader's own routines are over. */
  stop(): Promise<void>
  /** Epoch of the term; null: this replica has none. */
  epoch(): bigint | null
}

/** The term of this replica, and how far the slots of each task are decided on. */
interface Office {
  term: Term
  settledUpto: Map<string, Date>
}

/**
 * Turns the timetable into runs, in the leader only. The ledger is the truth: a slot is claimed there, whoever works on
 * it is woken after that, and what nobody has finished is looked for again and again.
 */
export function createClockwork(deps: ClockworkDependencies): Clockwork {
  const { leads, logger } = deps
  const dispatcher = createDispatcher(deps)
  const caretaker = createCaretaker(deps, dispatcher)
  let office: Office | null = null
  let stopped = false
  return {
    epoch: () => office?.term.epoch ?? null,
    async takeOver() {
      office = null
      office = await beginTerm(deps)
      caretaker.lookSoon()
    },
    async tick() {
      if (office === null || stopped || !leads()) return
      try {
        // First what others left: what is claimed below has just been dispatched.
        await caretaker.look(office.term)
        await fireDue(office, dispatcher.dispatch, deps)
      } catch (error) {
        const over = error instanceof TermOver
        logger.warn(
          over ? {} : { err: error },
          over ? 'the ledger knows a newer leader' : 'the ledger cannot be kept: another replica may try',
        )
        office = null
        await deps.resign()
      }
    },
    async stop() {
      stopped = true
      await dispatcher.stop()
    },
  }
}

async function beginTerm({ ledger, clock, timetable, name, logger }: ClockworkDependencies): Promise<Office> {
  const askedAt = clock.wall()
  const { epoch, databaseNow } = await ledger.raiseEpoch()
  clock.correct(databaseNow, askedAt)
  const term = { epoch, leader: name }
  const settledUpto = await ledger.openTasks(term, Object.keys(timetable), clock.now())
  if (settledUpto === null) throw new TermOver()
  logger.info({ epoch: String(epoch) }, 'a term begins')
  return { term, settledUpto: new Map(settledUpto) }
}

async function fireDue(
  { term, settledUpto }: Office,
  dispatch: (term: Term, runs: readonly { task: string }[]) => Promise<void>,
  { ledger, clock, timetable, timeZone, runs, logger }: ClockworkDependencies,
): Promise<void> {
  const now = clock.now()
  const decisions = decideSlots(timetable, timeZone, settledUpto, now)
  if (decisions.length === 0) return
  const claimed = await ledger.settleSlots(term, decisions, now)
  if (claimed === null) throw new TermOver()
  for (const { task, slot } of decisions) settledUpto.set(task, slot)
  const missed = decisions.filter(({ decision }) => decision === 'miss')
  for (const { task } of missed) runs.inc({ task, outcome: 'missed' })
  if (missed.length > 0) logger.warn({ missed: missed.length }, 'slots of the schedule were missed')
  await dispatch(term, claimed)
}
