import { createDatabase } from '@abitly/database'
import { createProducer, deliverySendChunk } from '@abitly/queue'
import { closeRedis, connectRedis, createRedis } from '@abitly/runtime'
import { EVERYBODY, startBroadcast } from '../support/broadcast.ts'
import { SCHEMA } from '../support/people.ts'
import type { OpenPlanner } from './planner.ts'

/** As the worker has them. */
const PAGE = 10_000
const CHUNK = 500
const CHUNKS_AT_ONCE = 4

/** Rows written by the database itself, page by page, and jobs for the first chunks only. */
export const ours: OpenPlanner = async ({ databaseUrl, redisUrl }) => {
  const database = createDatabase({ url: databaseUrl, schema: SCHEMA, ssl: false })
  const campaignId = await startBroadcast(database)
  const redis = createRedis({ url: redisUrl, profile: 'worker', name: 'bench-planner' })
  await connectRedis(redis)
  const producer = createProducer(redis)
  const planPage = (): Promise<number> =>
    database.transaction(({ deliveries }) => deliveries.planAudience(campaignId, EVERYBODY, PAGE, new Date()))
  return {
    async plan() {
      let planned = 0
      for (let page = await planPage(); page > 0; page = await planPage()) planned += page
      await database.repositories.campaigns.endPlanning(campaignId, new Date())
      for (let chunk = 0; chunk < CHUNKS_AT_ONCE; chunk += 1) {
        const range = { after: chunk * CHUNK - 1, upto: (chunk + 1) * CHUNK - 1 }
        await producer.enqueue(deliverySendChunk, { campaignId, ...range })
      }
      return planned
    },
    async close() {
      await producer.close()
      await Promise.all([closeRedis(redis), database.close()])
    },
  }
}
