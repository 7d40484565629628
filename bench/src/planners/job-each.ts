import { randomUUID } from 'node:crypto'
import { Queue } from 'bullmq'
import pg from 'pg'
import { closeRedis, connectRedis, createRedis } from '@abitly/runtime'
import { recipients } from './planner.ts'
import type { OpenPlanner } from './planner.ts'

/** One BullMQ job per recipient, a page at a time. */
export const jobEach: OpenPlanner = async ({ databaseUrl, redisUrl, limit }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl })
  await pool.query('SELECT 1')
  const redis = createRedis({ url: redisUrl, profile: 'worker', name: 'bench-planner' })
  await connectRedis(redis)
  const queue = new Queue<unknown, void, 'send'>('bench-recipients', { connection: redis })
  const campaignId = randomUUID()
  const opts = { removeOnComplete: true }
  return {
    async plan() {
      let planned = 0
      for await (const page of recipients(pool, limit)) {
        await queue.addBulk(page.map((chatId) => ({ name: 'send', data: { campaignId, chatId }, opts })))
        planned += page.length
      }
      return planned
    },
    async close() {
      await queue.close()
      await Promise.all([closeRedis(redis), pool.end()])
    },
  }
}
