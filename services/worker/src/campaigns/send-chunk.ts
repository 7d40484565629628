import { campaignShowProgress, campaignWake } from '@abitly/queue'
import type { ChunkPayload, JobEnd, JobHandler } from '@abitly/queue'
import type { DeliveryRow } from '@abitly/database'
import type { CampaignDependencies } from './campaign-dependencies.ts'
import { createErrorWatch } from './error-watch.ts'
import type { ErrorWatch } from './error-watch.ts'
import { contentOf } from './parse-content.ts'
import { pauseWhereNeeded } from './pause-campaign.ts'
import { passThrough } from './pass-through.ts'
import type { Pass } from './pass-through.ts'
import { createSemaphore } from './semaphore.ts'
import { sendDelivery } from './send-delivery.ts'
import type { DeliveryDependencies, Sending } from './sending.ts'

export type ChunkDependencies = DeliveryDependencies &
  Pick<CampaignDependencies, 'producer' | 'maxConcurrency'>

/**
 * Sends the recipients of one chunk that wait. All chunks of this process share its places for sends in flight, and
 * take turns for them.
 */
export function createChunkSender(deps: ChunkDependencies): JobHandler<ChunkPayload> {
  const places = createSemaphore(deps.maxConcurrency)
  const watch = createErrorWatch()
  return async (chunk, { signal }) => {
    const campaign = await deps.database.repositories.campaigns.find(chunk.campaignId)
    if (campaign?.state !== 'running') {
      watch.forget(chunk.campaignId)
      return
    }
    const sending: Sending = { campaign, content: contentOf(campaign), signal }
    const send = async (row: DeliveryRow) => {
      const step = await sendDelivery(row, sending, deps)
      if (step.kind === 'tried') await pauseWhereNeeded(campaign, step.decision, watch, deps)
      return step
    }
    const pass = await passThrough(chunk, {
      deliveries: deps.database.repositories.deliveries,
      send,
      places,
      signal,
      ...deps,
    })
    return await endOf(chunk, pass, watch, deps)
  }
}

/** What follows a pass through a chunk. */
async function endOf(
  { campaignId, ...range }: ChunkPayload,
  pass: Pass,
  watch: ErrorWatch,
  deps: ChunkDependencies,
): Promise<JobEnd> {
  const { database, producer, clock } = deps
  const { campaigns, deliveries } = database.repositories
  if (pass.kind === 'ended') {
    watch.forget(campaignId)
    return
  }
  if (pass.kind === 'again') return { againAfterMs: pass.afterMs }
  const now = clock.now()
  const dueAt = await deliveries.nextDueAt(campaignId, range)
  const waits = [pass.laterMs, dueAt === null ? null : dueAt.getTime() - now.getTime()].filter(
    (ms) => ms !== null,
  )
  // Where nothing moved and something waits, waking would call this very chunk back at once.
  if (pass.tried > 0 || waits.length === 0) await producer.enqueue(campaignWake, { campaignId })
  if (waits.length > 0) return { againAfterMs: Math.max(0, Math.min(...waits)) }
  if (!(await campaigns.finish(campaignId, now))) return
  watch.forget(campaignId)
  await producer.enqueue(campaignShowProgress, { campaignId })
}
