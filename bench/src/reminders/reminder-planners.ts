import { byPages } from './by-pages.ts'
import { byStudent } from './by-student.ts'
import type { OpenReminderPlanner } from './reminder-planner.ts'

/** Our planning, and the naive one. */
export const REMINDER_PLANNERS = {
  'ours: pages of people': byPages,
  'queries and an INSERT each': byStudent,
} as const satisfies Record<string, OpenReminderPlanner>

export type ReminderPlannerName = keyof typeof REMINDER_PLANNERS
