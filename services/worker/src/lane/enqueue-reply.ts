import { accountEventsPublish, campaignPlan, campaignShowProgress, campaignWake } from '@abitly/queue'
import type { CampaignPayload, JobContract, Producer } from '@abitly/queue'
import { redisUnreachable } from '@abitly/runtime'
import type { JobReply } from '../bot/reply.ts'

type CampaignReply = Exclude<JobReply, { job: 'account-events.publish' }>

const CAMPAIGN_JOBS: Record<CampaignReply['job'], JobContract<CampaignPayload>> = {
  'campaign.plan': campaignPlan,
  'campaign.wake': campaignWake,
  'campaign.show-progress': campaignShowProgress,
}

/**
 * Enqueues the job a reply asks for.
 * @throws Fault REDIS_UNREACHABLE: the update waits, and asks again
 */
export async function enqueueReply(reply: JobReply, { enqueue }: Pick<Producer, 'enqueue'>): Promise<void> {
  const enqueued =
    reply.job === 'account-events.publish'
      ? enqueue(accountEventsPublish, reply.payload)
      : enqueue(CAMPAIGN_JOBS[reply.job], reply.payload)
  await enqueued.catch((cause: unknown) => {
    throw redisUnreachable({ about: reply.job, cause })
  })
}
