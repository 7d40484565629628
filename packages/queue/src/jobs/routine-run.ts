import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'

const payload = z.object({ task: z.string().min(1) })
export type RoutinePayload = z.infer<typeof payload>

/** Does all runs of a scheduled task that are due. Which those are stands in the run ledger: this only wakes somebody up. */
export const routineRun = defineJob<RoutinePayload>({
  name: 'routine.run',
  queue: QUEUES.routines,
  payload,
  keyOf: ({ task }) => task,
})
