import { deliverySendChunk, handleJob } from '@abitly/queue'
import type { HandledJob } from '@abitly/queue'
import type { CampaignDependencies } from '../campaigns/campaign-dependencies.ts'
import { createChunkSender } from '../campaigns/send-chunk.ts'

export function handleDeliverySendChunk(deps: CampaignDependencies): HandledJob {
  return handleJob(deliverySendChunk, createChunkSender(deps))
}
