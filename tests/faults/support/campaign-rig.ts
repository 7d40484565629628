import { createDatabase } from '@abitly/database'
import type { AudienceFilter, Database } from '@abitly/database'
import { campaignPlan, campaignWake, createProducer, routineRun } from '@abitly/queue'
import { closeRedis, connectRedis, createRedis } from '@abitly/runtime'
import { waitFor } from '@abitly/testing'
import pg from 'pg'
import type { Platform } from '../../support/platform.ts'
import type { Crowd, CrowdOptions } from '../../support/telegram.ts'
import { createRunningCampaign } from './campaign-run.ts'
import type { RunningCampaign } from './campaign-run.ts'

/** Drives campaigns on a platform as an admin would, and looks at what became of them. */
export interface CampaignRig {
  readonly database: Database
  /** People whom the bot knows and who have been silent for long. */
  crowd(count: number, options?: Omit<CrowdOptions, 'press'>): Promise<Crowd>
  /** Rows of students, whether Telegram knows their chats or not. */
  addStudents(chatIds: readonly number[]): Promise<void>
  /** Writes a broadcast to these people and starts it. */
  start(chatIds: readonly number[], policy?: { resendUnknown: boolean }): Promise<RunningCampaign>
  /** What the scheduler does every ten seconds. */
  sweep(): Promise<void>
  /** What follows the press that lets a campaign go on. */
  wake(campaignId: string): Promise<void>
  /**
   * Waits until nothing is in flight but what died with its process, and makes those claims as old as claims must be
   * to be given up: a real one waits for two timeouts of a call.
   */
  ageLostClaims(campaign: RunningCampaign): Promise<void>
  /** Redis as after the loss of its disk. */
  emptyRedis(): Promise<void>
  /** Rows of a statement; tables need no schema. */
  query<T>(sql: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

/** No send that is alive takes so long here. */
const SURELY_LOST = `interval '3 seconds'`

export async function openCampaignRig(platform: Platform): Promise<CampaignRig> {
  const { url, schema } = platform.database
  const redis = createRedis({ url: platform.redis.url, profile: 'worker', name: 'campaign-rig' })
  await connectRedis(redis)
  const producer = createProducer(redis)
  const database = createDatabase({ url, schema, ssl: false, poolSize: 8 })
  const pool = new pg.Pool({ connectionString: url, max: 2, options: `-c search_path=${schema}` })
  // A connection that idles while its server goes away.
  pool.on('error', () => undefined)
  const query = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await pool.query(sql, values)).rows as T[]
  const addStudents = async (chatIds: readonly number[]): Promise<void> => {
    await query(
      `INSERT INTO telegram_users (telegram_chat_id, telegram_user_id, first_name, last_interacted_at)
       SELECT id, id, 'Olha', now() - interval '1 day' FROM unnest($1::bigint[]) id`,
      [chatIds],
    )
  }
  let started = 0
  return {
    database,
    async crowd(count, options = {}) {
      const crowd = await platform.telegram.crowd(count, { ...options, press: false })
      await addStudents(crowd.ids)
      return crowd
    },
    addStudents,
    async start(chatIds, policy = { resendUnknown: false }) {
      const { campaigns } = database.repositories
      const text = `Broadcast ${(started += 1)}`
      const content = { kind: 'text', text, entities: [], buttons: [] }
      const draft = { kind: 'broadcast', content, audience: audienceOf(chatIds), createdBy: null } as const
      const { id } = await campaigns.create({ ...draft, ...policy, now: new Date() })
      await campaigns.start(id, { by: 9001n, now: new Date() })
      await producer.enqueue(campaignPlan, { campaignId: id })
      return createRunningCampaign({ id, text, chatIds, database, telegram: platform.telegram, query })
    },
    async sweep() {
      const run = { task: 'campaign-sweep', slot: new Date() }
      await database.repositories.schedule.request(run, false, new Date())
      await producer.enqueue(routineRun, { task: run.task })
    },
    wake: (campaignId) => producer.enqueue(campaignWake, { campaignId }),
    async ageLostClaims({ id, tally }) {
      const settled = async (): Promise<boolean> => {
        if ((await tally()).pending > 0) return false
        const alive = `SELECT 1 FROM deliveries
          WHERE campaign_id = $1 AND state = 'sending' AND claimed_at > now() - ${SURELY_LOST}`
        return (await query(alive, [id])).length === 0
      }
      await waitFor(settled, { what: 'nothing to be in flight but what is lost', timeoutMs: 60_000 })
      await query(
        `UPDATE deliveries SET claimed_at = claimed_at - interval '1 minute'
          WHERE campaign_id = $1 AND state = 'sending'`,
        [id],
      )
    },
    async emptyRedis() {
      await redis.flushall()
    },
    query,
    async close() {
      await producer.close()
      await closeRedis(redis)
      await pool.end()
      await database.close()
    },
  }
}

function audienceOf(chatIds: readonly number[]): AudienceFilter {
  return {
    base: 'test',
    testChatIds: chatIds.map(String),
    regionIds: [],
    universityIds: [],
    specialityCodes: [],
    language: null,
    activeWithinDays: null,
  }
}
