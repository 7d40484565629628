import { createMailbox } from '@abitly/queue'
import { readHeartbeats } from '@abitly/runtime'
import type { Logger, Redis } from '@abitly/runtime'
import type { Alerts } from './alerts.ts'
import { joinFindings } from './condition.ts'
import type { Finding } from './condition.ts'
import { judgeHeartbeats } from './judge-heartbeats.ts'
import { judgeBacklog, judgeDeadLetters } from './judge-work.ts'

export interface PlatformWatch {
  redis: Redis
  alerts: Alerts
  logger: Logger
  countDead: () => Promise<number>
  /** Why dead letters died, each as `CODE: message`; asked only when there are any. Some hundred are enough. */
  deadErrors: () => Promise<readonly (string | null)[]>
  /** Default: ingress, worker, scheduler. */
  expectedRoles?: readonly string[]
}

/**
 * One look at the platform: who is silent, what waits too long, what was given up. Runs where it needs no worker.
 * @returns counts for the record of the run. Rejects when Redis fails
 */
export async function watchPlatform(deps: PlatformWatch): Promise<Record<string, number>> {
  const { redis, alerts, expectedRoles } = deps
  const [life, waiting, letters] = await Promise.all([
    readHeartbeats(redis),
    createMailbox(redis).waiting(0, 0),
    lookForDeadLetters(deps),
  ])
  const roles = expectedRoles === undefined ? {} : { expectedRoles }
  const heartbeats = judgeHeartbeats(life, { ...roles, oldestMs: waiting.oldestMs })
  return { ...(await alerts.settle(joinFindings([heartbeats, judgeBacklog(waiting), ...letters]))) }
}

/** Nothing when the database cannot be asked: it must not keep us from seeing the rest. */
async function lookForDeadLetters({ countDead, deadErrors, logger }: PlatformWatch): Promise<Finding[]> {
  try {
    const count = await countDead()
    return [judgeDeadLetters(count, count > 0 ? await deadErrors() : [])]
  } catch (error) {
    logger.warn({ err: error }, 'dead letters could not be counted')
    return []
  }
}
