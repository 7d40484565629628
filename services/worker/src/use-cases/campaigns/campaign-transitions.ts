import type { Campaign, Repositories } from '@abitly/database'
import { audit } from '../admin/audit.ts'
import type { AdminActionName } from '../admin/audit.ts'
import type { CampaignJob } from '../step.ts'
import type { AdminVisit } from '../visit.ts'

/** A change of a campaign that an admin asks for. */
export interface Transition {
  action: AdminActionName
  /** What must follow once the change is committed. */
  jobs: readonly CampaignJob['job'][]
  toast: string
  /** One conditional update; false: the campaign's state does not allow it (any more). */
  run: (campaigns: Repositories['campaigns'], campaign: Campaign, by: bigint, now: Date) => Promise<boolean>
}

export const PAUSE: Transition = {
  action: 'campaign.pause',
  jobs: ['campaign.show-progress'],
  toast: 'toast-paused',
  run: (campaigns, { id }, by, now) => campaigns.pause(id, { reason: 'admin', by, until: null, now }),
}

export const RESUME: Transition = {
  action: 'campaign.resume',
  jobs: ['campaign.wake', 'campaign.show-progress'],
  toast: 'toast-resumed',
  run: (campaigns, { id }, by, now) => campaigns.resume(id, { by, now }),
}

export const CANCEL: Transition = {
  action: 'campaign.cancel',
  jobs: ['campaign.show-progress'],
  toast: 'toast-cancelled',
  run: (campaigns, { id }, by, now) => campaigns.cancel(id, { by, now }),
}

export const START: Transition = {
  action: 'campaign.start',
  jobs: ['campaign.plan', 'campaign.show-progress'],
  toast: 'toast-started',
  run: (campaigns, { id }, by, now) => campaigns.start(id, { by, now }),
}

/** Makes a change and keeps who made it. @returns the jobs to enqueue; null when the state does not allow it */
export async function transit(
  visit: AdminVisit,
  campaign: Campaign,
  { action, jobs, run }: Transition,
): Promise<CampaignJob[] | null> {
  const { repos, student, now } = visit
  if (!(await run(repos.campaigns, campaign, student.userId, now))) return null
  await audit(visit, action, { campaign: campaign.number })
  return jobsFor(campaign, jobs)
}

/** Jobs of one campaign, in order. */
export function jobsFor({ id }: Pick<Campaign, 'id'>, jobs: readonly CampaignJob['job'][]): CampaignJob[] {
  return jobs.map((job) => ({ job, campaignId: id }))
}
