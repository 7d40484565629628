import type { ReminderPlannerName } from './reminders/reminder-planners.ts'
import { runChild } from './support/child.ts'
import { megabytes, say, table } from './support/figures.ts'
import { addInterests } from './support/interests.ts'
import { addPeople } from './support/people.ts'
import type { PlannerResult } from './support/planner-process.ts'
import { amount } from './support/quick.ts'
import type { ReminderOrder } from './support/reminder-process.ts'
import { createRig } from './support/rig.ts'

const STUDENTS = amount(60_000, 6_000)
const ROWS = amount(100_000, 10_000)
const EVENTS = 40
const PLANNERS: readonly ReminderPlannerName[] = ['ours: pages of people', 'queries and an INSERT each']

/** A day's reminders, from the selection to the first message being ready to be sent. */
export async function benchReminders(): Promise<void> {
  say(
    `Reminders: ${STUDENTS} students, ${ROWS} rows of attendances and tracked offers, ${EVENTS} events, ` +
      'PostgreSQL without fsync, each way in a process of its own',
  )
  const rig = await createRig()
  try {
    await addPeople(rig.databaseUrl, 1, STUDENTS)
    await addInterests(rig.databaseUrl, { students: STUDENTS, events: EVENTS, attendances: ROWS / 2 })
    const rows = [['way', 'recipients', 'seconds', 'recipients/s', 'ratio', 'process grew by MB']]
    let oursPerSecond = Number.NaN
    for (const planner of PLANNERS) {
      const order: ReminderOrder = { planner, databaseUrl: rig.databaseUrl, limit: STUDENTS }
      const { recipients, seconds, growth } = await runChild<PlannerResult>('reminder-process', order)
      const perSecond = recipients / seconds
      if (rows.length === 1) oursPerSecond = perSecond
      rows.push([
        ...[planner, String(recipients), seconds.toFixed(1), perSecond.toFixed(0)],
        ...[(perSecond / oursPerSecond).toFixed(3), megabytes(growth)],
      ])
    }
    table(rows)
  } finally {
    await rig.stop()
  }
}
