import { kyivDay, kyivMoment } from '@abitly/text'
import { audit } from '../admin/audit.ts'
import { showLiveCard } from '../campaigns/show-campaign.ts'
import type { Step } from '../step.ts'
import type { BroadcastAnswer, Following } from './broadcast-answer.ts'
import { askBroadcast } from './broadcast-dialogue.ts'
import type { At } from './broadcast-dialogue.ts'
import type { StateOf } from './broadcast-state.ts'
import { confirmLaunch } from './launch-broadcast.ts'
import { messageToSelf } from './preview.ts'

/** Hour of the button for tomorrow. */
const TOMORROW_AT = 10

/** A button below the preview; null: it says nothing here. */
export async function answerPreview(at: At<'preview'>, answer: BroadcastAnswer): Promise<Step | null> {
  const { visit, state, messageId } = at
  const { draft } = state
  const change = { step: 'content', draft, then: 'preview', album: null } as const
  const following: Following<Step> = {
    'test-send': () => testSend(at),
    'edit-content': () => askBroadcast(visit, change, messageId),
    next: () => askBroadcast(visit, { step: 'when', draft }, messageId),
    back: () => askBroadcast(visit, { step: 'audience', draft }, messageId),
  }
  return (await following[answer.kind]?.()) ?? null
}

async function testSend({ visit, campaign }: At<'preview'>): Promise<Step> {
  await audit(visit, 'broadcast.test-send', { campaign: campaign.number })
  const below = messageToSelf(visit, campaign)
  return { view: null, previousMessageId: null, below, toast: visit.tr.text('toast-test-sent') }
}

/** A button below the question for the time. */
export async function answerWhen(at: At<'when'>, answer: BroadcastAnswer): Promise<Step | null> {
  const { visit, state, campaign, messageId } = at
  const { draft } = state
  const following: Following<Step> = {
    'send-now': () => confirmLaunch(visit, { campaign, draft, startsAt: null }, messageId),
    tomorrow: () => confirmLaunch(visit, { campaign, draft, startsAt: tomorrowOf(visit.now) }, messageId),
    'other-time': () => askBroadcast(visit, { step: 'time', draft }, messageId),
    'toggle-unknown': () => turnPolicy(at),
    back: () => askBroadcast(visit, { step: 'preview', draft }, messageId),
  }
  return (await following[answer.kind]?.()) ?? null
}

function tomorrowOf(now: Date): Date {
  const tomorrow = kyivMoment({ ...kyivDay(now, 1), hour: TOMORROW_AT, minute: 0 })
  // Without a moment it would be sent at once.
  if (tomorrow === null) throw new Error(`Tomorrow has no ${TOMORROW_AT}:00 in Kyiv`)
  return tomorrow
}

async function turnPolicy({ visit, state, campaign, messageId }: At<'when'>): Promise<Step> {
  const resendUnknown = !campaign.resendUnknown
  await visit.repos.campaigns.edit(campaign.id, { resendUnknown })
  await audit(visit, 'broadcast.unknown-policy', { campaign: campaign.number, resendUnknown })
  return askBroadcast(visit, state, messageId)
}

/** A button below the question for another time, or for the number of recipients. */
export async function answerTyping(
  { visit, state, campaign, messageId }: Omit<At<'time'>, 'state'> & { state: StateOf<'time' | 'confirm'> },
  answer: BroadcastAnswer,
): Promise<Step | null> {
  if (answer.kind !== 'back') return null
  if (campaign.state !== 'scheduled') {
    return askBroadcast(visit, { step: 'when', draft: state.draft }, messageId)
  }
  await visit.repos.dialogues.remove(visit.student.chatId)
  return { ...(await showLiveCard(visit, campaign)), previousMessageId: messageId }
}
