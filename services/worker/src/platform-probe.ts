import type { Database } from '@abitly/database'
import { PREFIX, createMailbox } from '@abitly/queue'
import { readHeartbeats } from '@abitly/runtime'
import type { Heartbeats, Redis } from '@abitly/runtime'
import { activeAlerts } from '@abitly/watchdog'
import type { LookAtPlatform, RoleState } from './use-cases/health/platform-state.ts'

const ROLES = ['ingress', 'worker', 'scheduler']
/** Beats come every 20 s; one or two may get lost. */
const ALIVE_SECONDS = 60

/** A look at the platform by what Redis and the database know of it. */
export function createPlatformProbe(redis: Redis, database: Pick<Database, 'ping'>): LookAtPlatform {
  const mailbox = createMailbox(redis)
  return async () => {
    const [life, waiting, alerts, lease, persistence, redisMs, databaseMs] = await Promise.all([
      readHeartbeats(redis),
      mailbox.waiting(0, 0),
      activeAlerts(redis),
      redis.get(`${PREFIX}:scheduler:lease`),
      redis.info('persistence'),
      timed(() => redis.ping()),
      timed(() => database.ping()),
    ])
    return {
      roles: ROLES.map((service) => roleState(life, service)),
      leader: lease?.split('/')[0] ?? null,
      ...{ waitingChats: waiting.count, oldestMs: waiting.oldestMs, redisMs, databaseMs },
      persistent: /aof_enabled:1/.test(persistence),
      alerts: alerts.map(({ id, since }) => ({ id, since })),
    }
  }
}

function roleState({ now, beats }: Heartbeats, service: string): RoleState {
  const mine = beats.filter((beat) => beat.service === service)
  return { service, alive: mine.filter(({ at }) => now - at <= ALIVE_SECONDS).length, known: mine.length }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return Math.round(performance.now() - startedAt)
}
