import type { Campaign } from '@abitly/database'
import { formatCount } from '@abitly/text'
import type { CampaignAction } from '../admin/admin-press.ts'
import { audit } from '../admin/audit.ts'
import { askOtherTime } from '../broadcast/ask-other-time.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { alreadyToast } from './already-toast.ts'
import { namesOf } from './card-facts.ts'
import { CANCEL, jobsFor, PAUSE, RESUME, START, transit } from './campaign-transitions.ts'
import type { Transition } from './campaign-transitions.ts'
import { cancelQuestion } from './cancel-question.ts'
import { listCampaigns } from './list-campaigns.ts'
import { isLiveCard, showCampaign, showLiveCard } from './show-campaign.ts'

/** A campaign and the message whose button was pressed. */
interface Pressed {
  visit: AdminVisit
  campaign: Campaign
  messageId: number | null
}

/** A button of a campaign's card. Of two presses the first wins; the second is told who was first. */
export async function pressCampaign(
  visit: AdminVisit,
  { number, action }: { number: number; action: CampaignAction },
  messageId: number | null,
): Promise<Step> {
  const campaign = await visit.repos.campaigns.findByNumber(number)
  if (campaign === null) {
    return { ...(await listCampaigns(visit, 0)), toast: visit.tr.text('toast-refreshed') }
  }
  return ACTIONS[action]({ visit, campaign, messageId })
}

const ACTIONS: Readonly<Record<CampaignAction, (pressed: Pressed) => Promise<Step>>> = {
  open: (pressed) => look(pressed),
  refresh: (pressed) => look(pressed, pressed.visit.tr.text('toast-up-to-date')),
  pause: (pressed) => change(pressed, PAUSE),
  resume: (pressed) => change(pressed, RESUME),
  'ask-cancel': askCancel,
  cancel: (pressed) => answerQuestion(pressed, CANCEL),
  keep: (pressed) => answerQuestion(pressed, null),
  'send-now': sendNow,
  reschedule: ({ visit, campaign }) =>
    campaign.state === 'scheduled'
      ? askOtherTime(visit, campaign)
      : refused({ visit, campaign, messageId: null }),
  report,
  'retry-unknown': retryUnknown,
}

async function look({ visit, campaign, messageId }: Pressed, toast?: string): Promise<Step> {
  const place = isLiveCard(visit, campaign, messageId) ? 'live' : 'opened'
  const view = await showCampaign(visit, campaign, place)
  return { view, previousMessageId: null, ...(toast === undefined ? {} : { toast }) }
}

async function change(pressed: Pressed, transition: Transition): Promise<Step> {
  const jobs = await transit(pressed.visit, pressed.campaign, transition)
  if (jobs === null) return refused(pressed)
  return { ...(await look(pressed, pressed.visit.tr.text(transition.toast))), jobs }
}

/** The state does not allow it: shows how things stand, and who brought them there. */
async function refused(pressed: Pressed): Promise<Step> {
  const { visit, campaign } = pressed
  // Read again: the state may have changed since the campaign was read.
  const current = (await visit.repos.campaigns.find(campaign.id)) ?? campaign
  return look(pressed, await toastOf(visit, current))
}

async function toastOf({ repos, tr, now }: AdminVisit, campaign: Campaign): Promise<string> {
  return alreadyToast(tr, campaign, await namesOf(repos, campaign), now)
}

/** The live card is redrawn every few seconds, so a question in its place would vanish: it gets its own message. */
async function askCancel(pressed: Pressed): Promise<Step> {
  const { visit, campaign, messageId } = pressed
  if (campaign.state === 'finished' || campaign.state === 'cancelled') return refused(pressed)
  const asNew = isLiveCard(visit, campaign, messageId)
  return { view: await cancelQuestion(visit, campaign), previousMessageId: null, asNew }
}

/** The message of the question becomes the card again. */
async function answerQuestion(pressed: Pressed, transition: Transition | null): Promise<Step> {
  const { visit, campaign } = pressed
  const jobs = transition === null ? [] : await transit(visit, campaign, transition)
  const current = (await visit.repos.campaigns.find(campaign.id)) ?? campaign
  const live = await showLiveCard(visit, current)
  if (jobs === null) return { ...live, toast: await toastOf(visit, current) }
  return { ...live, jobs, ...(transition === null ? {} : { toast: visit.tr.text(transition.toast) }) }
}

async function sendNow(pressed: Pressed): Promise<Step> {
  const { visit, campaign } = pressed
  const jobs = campaign.state === 'scheduled' ? await transit(visit, campaign, START) : null
  if (jobs === null) return refused(pressed)
  return { ...(await showLiveCard(visit, campaign)), jobs, toast: visit.tr.text(START.toast) }
}

async function report({ visit, campaign }: Pressed): Promise<Step> {
  await audit(visit, 'campaign.report', { campaign: campaign.number })
  const file = { campaignId: campaign.id, fileName: `campaign-${campaign.number}.csv` }
  return { view: null, previousMessageId: null, report: file, toast: visit.tr.text('toast-report') }
}

async function retryUnknown(pressed: Pressed): Promise<Step> {
  const { visit, campaign } = pressed
  const { repos, student, tr, now } = visit
  const retried = await repos.campaigns.reopen(campaign.id, { by: student.userId, now })
  if (retried === 0) return look(pressed, tr.text('toast-none-unknown'))
  await audit(visit, 'campaign.retry-unknown', { campaign: campaign.number, recipients: retried })
  const jobs = jobsFor(campaign, ['campaign.wake', 'campaign.show-progress'])
  const toast = tr.text('toast-retrying', { n: formatCount(tr.language, retried) })
  return { ...(await showLiveCard(visit, campaign)), jobs, toast }
}
