import type { AdminVisit } from '../visit.ts'

/** Everything an admin does. */
export type AdminActionName =
  | 'broadcast.begin'
  | 'broadcast.content'
  | 'broadcast.buttons'
  | 'broadcast.audience'
  | 'broadcast.test-send'
  | 'broadcast.unknown-policy'
  | 'campaign.discard'
  | 'campaign.schedule'
  | 'campaign.start'
  | 'campaign.pause'
  | 'campaign.resume'
  | 'campaign.cancel'
  | 'campaign.retry-unknown'
  | 'campaign.report'
  | 'campaigns.list'
  | 'open-days.count'
  | 'open-days.example'
  | 'sending.stop'
  | 'sending.resume'

/**
 * Keeps who did what, and when.
 * @param details ids and numbers only: neither names nor anything that somebody wrote
 */
export async function audit(
  { repos, student, now }: AdminVisit,
  action: AdminActionName,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await repos.adminActions.record({ adminId: student.userId, action, details, now })
}
