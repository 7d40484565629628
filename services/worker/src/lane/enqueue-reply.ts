import { campaignPlan, campaignShowProgress, campaignWake } from '@abitly/queue'
import type { CampaignPayload, JobContract, Producer } from '@abitly/queue'
import { redisUnreachable } from '@abitly/runtime'
import type { JobReply } from '../bot/reply.ts'

const CONTRACTS: Record<JobReply['job'], JobContract<CampaignPayload>> = {
  'campaign.plan': campaignPlan,
  'campaign.wake': campaignWake,
  'campaign.show-progress': campaignShowProgress,
}

/**
 * Enqueues the job a reply asks for.
 * @throws Fault REDIS_UNREACHABLE: the update waits, and asks again
 */
export async function enqueueReply(
  { job, payload }: JobReply,
  { enqueue }: Pick<Producer, 'enqueue'>,
): Promise<void> {
  await enqueue(CONTRACTS[job], payload).catch((cause: unknown) => {
    throw redisUnreachable({ about: job, cause })
  })
}
