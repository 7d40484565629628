import type { AdminPress } from '../admin/admin-press.ts'
import { isLiveCard, showCampaign } from '../campaigns/show-campaign.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { answerAudience, answerChoose } from './answer-audience.ts'
import { answerButtonsStep, answerContent } from './answer-content.ts'
import { answerPreview, answerTyping, answerWhen } from './answer-sending.ts'
import { findBroadcast, standing } from './broadcast-dialogue.ts'
import type { LiveBroadcast } from './broadcast-dialogue.ts'
import type { BroadcastAnswer } from './broadcast-answer.ts'
import { broadcastEndedView } from './broadcast-ended-view.ts'
import { leaveDialogue } from '../admin/leave-dialogue.ts'

type BroadcastPress = Extract<AdminPress, { kind: 'broadcast' }>

/** A button of the broadcast dialogue. One of an older keyboard changes nothing and shows where things stand. */
export async function pressBroadcast(
  visit: AdminVisit,
  { number, revision, answer }: BroadcastPress,
  messageId: number | null,
): Promise<Step> {
  const live = await findBroadcast(visit)
  if (live?.revision !== revision) return late(visit, number, live, messageId)
  if (answer.kind === 'cancel' && live.campaign?.state !== 'scheduled') return discard(visit)
  return (await answerStep(visit, live, answer)) ?? standing(visit, live)
}

function answerStep(
  visit: AdminVisit,
  { state, campaign, messageId }: LiveBroadcast,
  answer: BroadcastAnswer,
): Promise<Step | null> {
  if (state.step === 'content') return answerContent(visit, state, answer, messageId)
  if (campaign === null) throw new Error(`The broadcast dialogue has no campaign at its step "${state.step}"`)
  switch (state.step) {
    case 'buttons':
      return answerButtonsStep({ visit, state, campaign, messageId }, answer)
    case 'audience':
      return answerAudience({ visit, state, campaign, messageId }, answer)
    case 'choose':
      return answerChoose({ visit, state, campaign, messageId }, answer)
    case 'preview':
      return answerPreview({ visit, state, campaign, messageId }, answer)
    case 'when':
      return answerWhen({ visit, state, campaign, messageId }, answer)
    case 'time':
    case 'confirm':
      return answerTyping({ visit, state, campaign, messageId }, answer)
  }
}

async function discard(visit: AdminVisit): Promise<Step> {
  const previousMessageId = await leaveDialogue(visit)
  return { view: broadcastEndedView(visit.tr, 'broadcast-discarded'), previousMessageId }
}

/**
 * A second press on «send» finds the campaign under way, and its message showing how far it is: that must not be
 * replaced by a question.
 */
async function late(
  visit: AdminVisit,
  number: number | null,
  live: LiveBroadcast | null,
  messageId: number | null,
): Promise<Step> {
  const { repos, tr } = visit
  const toast = tr.text('toast-refreshed')
  const isAbout = live !== null && live.state.draft?.number === number
  if (isAbout) return standing(visit, live)
  const campaign = number === null ? null : await repos.campaigns.findByNumber(number)
  if (campaign !== null && (campaign.startedAt !== null || campaign.startsAt !== null)) {
    const place = isLiveCard(visit, campaign, messageId) ? 'live' : 'opened'
    return { view: await showCampaign(visit, campaign, place), previousMessageId: null, toast }
  }
  if (live !== null) return standing(visit, live)
  const isDiscarded = campaign?.state === 'cancelled'
  const view = broadcastEndedView(tr, isDiscarded ? 'broadcast-discarded' : 'broadcast-gone')
  return { view, previousMessageId: null, toast }
}
