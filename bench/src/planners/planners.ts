import { insertEach } from './insert-each.ts'
import { jobEach } from './job-each.ts'
import { ours } from './ours.ts'
import type { OpenPlanner } from './planner.ts'

/** Our planning, and the two usual ways. */
export const PLANNERS = {
  'ours: rows by INSERT … SELECT': ours,
  'a BullMQ job each (addBulk)': jobEach,
  'an INSERT each': insertEach,
} as const satisfies Record<string, OpenPlanner>

export type PlannerName = keyof typeof PLANNERS
