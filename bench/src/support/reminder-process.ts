/** Plans the reminders of one day and prints what it took. */
import type { ReminderPlannerOptions } from '../reminders/reminder-planner.ts'
import { REMINDER_PLANNERS } from '../reminders/reminder-planners.ts'
import type { ReminderPlannerName } from '../reminders/reminder-planners.ts'
import { readOrder } from './child.ts'
import { say } from './figures.ts'
import { watchGrowth } from './memory.ts'
import type { PlannerResult } from './planner-process.ts'

export type ReminderOrder = ReminderPlannerOptions & { planner: ReminderPlannerName }

const { planner, ...options } = readOrder<ReminderOrder>()
const { plan, close } = await REMINDER_PLANNERS[planner](options)
const growth = watchGrowth()
const startedAt = performance.now()
const recipients = await plan()
const seconds = (performance.now() - startedAt) / 1_000
const result: PlannerResult = { recipients, seconds, growth: growth() }
await close()
say(JSON.stringify(result))
