import type { Campaign } from '@abitly/database'
import { audienceOf } from '../../campaigns/parse-content.ts'
import { audit } from '../admin/audit.ts'
import { alreadyToast } from '../campaigns/already-toast.ts'
import { namesOf } from '../campaigns/card-facts.ts'
import { jobsFor, START, transit } from '../campaigns/campaign-transitions.ts'
import { showLiveCard } from '../campaigns/show-campaign.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { askBroadcast } from './broadcast-dialogue.ts'
import type { BroadcastDraft } from './broadcast-state.ts'

/** From here on the number of recipients is typed before anything is sent. */
export const MANY = 1000

/** When a campaign is to begin; null: at once. */
type StartsAt = Date | null

/** Sends, or first asks for the number of recipients where there are many. */
export async function confirmLaunch(
  visit: AdminVisit,
  { campaign, draft, startsAt }: { campaign: Campaign; draft: BroadcastDraft; startsAt: StartsAt },
  messageId: number | null,
): Promise<Step> {
  const { recipients } = await visit.repos.audiences.count(audienceOf(campaign), visit.now)
  if (recipients === 0) {
    const step = await askBroadcast(visit, { step: 'audience', draft }, messageId)
    return { ...step, toast: visit.tr.text('toast-nobody') }
  }
  if (recipients <= MANY) return launch(visit, campaign, startsAt, messageId)
  const at = startsAt === null ? null : startsAt.toISOString()
  return askBroadcast(visit, { step: 'confirm', draft, recipients, startsAt: at }, messageId)
}

/** Starts or schedules a campaign, once; ends the dialogue. The message becomes its card. */
export async function launch(
  visit: AdminVisit,
  campaign: Campaign,
  startsAt: StartsAt,
  messageId: number | null,
): Promise<Step> {
  const { repos, student, tr, now } = visit
  const jobs =
    startsAt === null ? await transit(visit, campaign, START) : await schedule(visit, campaign, startsAt)
  await repos.dialogues.remove(student.chatId)
  const current = (await repos.campaigns.find(campaign.id)) ?? campaign
  const shown = { ...(await showLiveCard(visit, current)), previousMessageId: messageId }
  if (jobs === null) return { ...shown, toast: alreadyToast(tr, current, await namesOf(repos, current), now) }
  return { ...shown, jobs, toast: tr.text(startsAt === null ? START.toast : 'toast-scheduled') }
}

async function schedule(visit: AdminVisit, campaign: Campaign, startsAt: Date) {
  const { repos, student, now } = visit
  const scheduled = await repos.campaigns.schedule(campaign.id, { startsAt, by: student.userId, now })
  if (!scheduled) return null
  await audit(visit, 'campaign.schedule', { campaign: campaign.number, startsAt: startsAt.toISOString() })
  // A routine starts what is due; the card may stand in another admin's chat.
  return jobsFor(campaign, ['campaign.show-progress'])
}
