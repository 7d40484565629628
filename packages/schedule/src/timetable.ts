import { dailyAt, every } from './cadence.ts'
import type { Cadence } from './cadence.ts'

/** A recurring task. What it does stands where it runs, under the same name. */
export interface Task {
  readonly cadence: Cadence
  /** A slot that nobody could fire in time is fired up to so long after its moment; later it is recorded as missed. */
  readonly graceSeconds: number
  /**
   * `worker`: a job wakes a worker. `leader`: the elected scheduler does it itself, for what must happen although
   * every worker is dead.
   */
  readonly runs: 'worker' | 'leader'
  /** May a slot that is done be done again by hand? Not where people would hear of it twice. */
  readonly repeatable: boolean
  /** How long the ledger remembers its runs. */
  readonly keepDays: number
  /** For operators. */
  readonly summary: string
}

/** Sweeps look at what is there: a slot that was missed is made up for by the next one. */
const SWEEP = { repeatable: true, keepDays: 2 } as const
const HOURLY = { repeatable: true, keepDays: 14, graceSeconds: 3_600 } as const
const DAILY = { keepDays: 400, graceSeconds: 3_600 } as const

/** Everything that recurs, in one table. */
export const TIMETABLE = {
  'open-day-reminders': {
    ...{ cadence: dailyAt('07:00'), runs: 'worker', repeatable: false, ...DAILY },
    summary: 'reminds students of open days 1 and 3 days ahead',
  },
  'offer-digest': {
    ...{ cadence: dailyAt('08:00'), runs: 'worker', repeatable: false, ...DAILY },
    summary: 'tells students what has changed for them in the offers they follow',
  },
  'campaign-sweep': {
    ...{ cadence: every(10), graceSeconds: 10, runs: 'worker', ...SWEEP },
    summary: 'starts campaigns that are due, takes up what a crash left behind',
  },
  'account-events-sweep': {
    ...{ cadence: every(60, 20), graceSeconds: 60, runs: 'worker', ...SWEEP },
    summary: 'publishes what the website has not yet heard of links',
  },
  'mailbox-sweep': {
    ...{ cadence: every(60), graceSeconds: 60, runs: 'leader', ...SWEEP },
    summary: 'wakes chats whose updates have waited too long',
  },
  'platform-watch': {
    ...{ cadence: every(60, 30), graceSeconds: 60, runs: 'leader', ...SWEEP },
    summary: 'looks for silent processes and for a backlog; tells the admins',
  },
  'webhook-watch': {
    ...{ cadence: every(60, 45), graceSeconds: 60, runs: 'leader', ...SWEEP },
    summary: 'asks Telegram how the webhook does; tells the admins',
  },
  'dead-letter-report': {
    ...{ cadence: every(300, 15), graceSeconds: 300, runs: 'leader', ...SWEEP },
    summary: 'tells the admins of updates that were given up',
  },
  retention: {
    ...{ cadence: every(3_600, 17 * 60), runs: 'worker', ...HOURLY },
    summary: 'deletes what is kept no longer',
  },
  'ledger-prune': {
    ...{ cadence: dailyAt('04:10'), runs: 'worker', repeatable: true, ...DAILY },
    summary: 'deletes old runs from this ledger',
  },
} as const satisfies Record<string, Task>

export type TaskName = keyof typeof TIMETABLE

export const TASK_NAMES = Object.keys(TIMETABLE) as TaskName[]

export function isTaskName(name: string): name is TaskName {
  return Object.hasOwn(TIMETABLE, name)
}

/** Tasks that run there. */
export type TasksOf<R extends Task['runs']> = {
  [N in TaskName]: (typeof TIMETABLE)[N]['runs'] extends R ? N : never
}[TaskName]
