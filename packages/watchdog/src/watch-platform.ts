import { createMailbox } from '@abitly/queue'
import { readHeartbeats } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import type { Alerts } from './alerts.ts'
import { joinFindings } from './condition.ts'
import { judgeHeartbeats } from './judge-heartbeats.ts'
import { judgeBacklog } from './judge-work.ts'

export interface PlatformWatch {
  redis: Redis
  alerts: Alerts
  /** Default: ingress, worker, scheduler. */
  expectedRoles?: readonly string[]
}

/**
 * One look at the platform: who is silent, what waits too long. Runs where it needs no worker.
 * @returns counts for the record of the run. Rejects when Redis fails
 */
export async function watchPlatform(deps: PlatformWatch): Promise<Record<string, number>> {
  const { redis, alerts, expectedRoles } = deps
  const [life, waiting] = await Promise.all([readHeartbeats(redis), createMailbox(redis).waiting(0, 0)])
  const roles = expectedRoles === undefined ? {} : { expectedRoles }
  const heartbeats = judgeHeartbeats(life, { ...roles, oldestMs: waiting.oldestMs })
  return { ...(await alerts.settle(joinFindings([heartbeats, judgeBacklog(waiting)]))) }
}
