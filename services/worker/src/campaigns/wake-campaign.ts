import { deliverySendChunk } from '@abitly/queue'
import type { CampaignPayload, JobHandler } from '@abitly/queue'
import type { CampaignDependencies } from './campaign-dependencies.ts'
import { CHUNK_SIZE, chunkRange } from './chunk-range.ts'

/** Chunks of one campaign that are worked on at once: few, so that campaigns take turns. */
const CHUNKS_AT_ONCE = 4
/** Chunks that are looked at to find those. */
const LOOKED_AT = 100
/** A chunk with fewer recipients left than this has had its pass: stragglers do not hold the next chunks back. */
const STRAGGLERS = 10

/**
 * Enqueues the lowest chunks of a running campaign that have somebody to send to now. A chunk whose recipients all
 * wait for a moment to come has its own job, or is found when the moment has come.
 */
export function createWaker({
  database,
  producer,
  clock,
}: Pick<CampaignDependencies, 'database' | 'producer' | 'clock'>): JobHandler<CampaignPayload> {
  const { campaigns, deliveries } = database.repositories
  return async ({ campaignId }) => {
    if ((await campaigns.find(campaignId))?.state !== 'running') return
    let full = 0
    for (const chunk of await deliveries.pendingChunks(campaignId, CHUNK_SIZE, LOOKED_AT)) {
      const range = chunkRange(chunk)
      const due = await deliveries.due(campaignId, range, clock.now(), STRAGGLERS)
      if (due.length === 0) continue
      await producer.enqueue(deliverySendChunk, { campaignId, ...range })
      if (due.length >= STRAGGLERS) full += 1
      if (full >= CHUNKS_AT_ONCE) return
    }
  }
}
