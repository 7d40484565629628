/** Plans one broadcast and prints what it took. */
import type { PlannerOptions } from '../planners/planner.ts'
import { PLANNERS } from '../planners/planners.ts'
import type { PlannerName } from '../planners/planners.ts'
import { readOrder } from './child.ts'
import { say } from './figures.ts'
import { watchGrowth } from './memory.ts'

export type PlannerOrder = PlannerOptions & { planner: PlannerName }

export interface PlannerResult {
  recipients: number
  seconds: number
  /** Of this process, in bytes. */
  growth: number
}

const { planner, ...options } = readOrder<PlannerOrder>()
const { plan, close } = await PLANNERS[planner](options)
const growth = watchGrowth()
const startedAt = performance.now()
const recipients = await plan()
const seconds = (performance.now() - startedAt) / 1_000
const result: PlannerResult = { recipients, seconds, growth: growth() }
await close()
say(JSON.stringify(result))
