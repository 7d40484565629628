import type { Database } from '@abitly/database'
import { SCHEMA } from '../support/people.ts'

/** What a planner of reminders works with. */
export interface ReminderPlannerOptions {
  databaseUrl: string
  /** Students looked at, at most. */
  limit: number
}

/** A process that could plan now: what it needs is open. */
export interface ReminderPlanner {
  /** Gets the day's reminders ready to be sent; resolves with the number of recipients. */
  plan: () => Promise<number>
  close: () => Promise<void>
}

export type OpenReminderPlanner = (options: ReminderPlannerOptions) => Promise<ReminderPlanner>

/** The day the reminders are of, and the dates they are about. */
export const DAY = '2027-01-22'
export const DATES = ['2027-01-23', '2027-01-25']

/** A day's reminders in the state of planning; returns its id. */
export async function beginReminders({ repositories }: Database): Promise<string> {
  const now = new Date()
  const content = { kind: 'reminders', day: DAY, events: await repositories.openDays.onDates(DATES) }
  const draft = { kind: 'reminder', content, audience: null, createdBy: null, now } as const
  const { id } = await repositories.campaigns.create(draft)
  await repositories.campaigns.start(id, { by: null, now })
  return id
}

/** `abitly.deliveries`, as plain SQL has to say it. */
export const tableOf = (name: string): string => `${SCHEMA}.${name}`
