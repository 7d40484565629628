import { formatCount, kyivDate, kyivDayStart } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { contentCall } from '../../campaigns/content-call.ts'
import { toOpenDayEvent } from '../../campaigns/open-day-event.ts'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'
import type { AdminPress } from '../admin/admin-press.ts'
import { audit } from '../admin/audit.ts'
import { leaveDialogue } from '../admin/leave-dialogue.ts'
import { launch, MANY } from '../broadcast/launch-broadcast.ts'
import { readNumber } from '../broadcast/typed-number.ts'
import { campaignsButton } from '../campaigns/card-keyboard.ts'
import { isLiveCard, showCampaign } from '../campaigns/show-campaign.ts'
import type { Step } from '../step.ts'
import type { View } from '../view.ts'
import type { AdminVisit } from '../visit.ts'
import { countOpenDayRecipients, exampleEvents } from './count-recipients.ts'
import { askOpenDayUpdate, findOpenDayUpdate } from './open-day-update-dialogue.ts'
import type { LiveOpenDayUpdate } from './open-day-update-dialogue.ts'
import { nobodyToTellView, nothingEditedView } from './open-day-update-prompt.ts'
import { openDayUpdateView } from './open-day-update-view.ts'

type OpenDayUpdatePress = Extract<AdminPress, { kind: 'open-day-update' }>

/** Counts who is to be told of the open days edited today, and asks whether to tell them. */
export async function notifyOpenDays(visit: AdminVisit): Promise<Step> {
  const { repos, student, tr, now } = visit
  const previousMessageId = await leaveDialogue(visit)
  const edits = await repos.openDays.edited(kyivDayStart(now), kyivDayStart(now, 1), kyivDate(now))
  const events = edits.map(toOpenDayEvent)
  const count = await countOpenDayRecipients(repos.openDays, events)
  await audit(visit, 'open-days.count', { openDays: events.map(({ openDayId }) => openDayId), ...count })
  if (events.length === 0) return { view: nothingEditedView(tr), previousMessageId }
  if (count.recipients === 0) return { view: nobodyToTellView(visit, events, count), previousMessageId }
  const campaign = await repos.campaigns.create({
    kind: 'open-day-update',
    content: { kind: 'open-days', events },
    audience: null,
    createdBy: student.userId,
    expiresAt: endOfLast(events),
    now,
  })
  return askOpenDayUpdate(visit, campaign, 'ask', previousMessageId)
}

/** A button of that question. One of an older keyboard changes nothing and shows where things stand. */
export async function pressOpenDayUpdate(
  visit: AdminVisit,
  press: OpenDayUpdatePress,
  messageId: number | null,
): Promise<Step> {
  const live = await findOpenDayUpdate(visit)
  if (live?.revision !== press.revision) return late(visit, press.number, live, messageId)
  const { campaign, state } = live
  switch (press.answer) {
    case 'cancel':
      return giveUp(visit)
    case 'back':
      return askOpenDayUpdate(visit, campaign, 'ask', live.messageId)
    case 'example':
      return showExample(visit, live)
    case 'send':
      if (state.recipients > MANY) return askOpenDayUpdate(visit, campaign, 'confirm', live.messageId)
      return launch(visit, campaign, null, live.messageId)
  }
}

/** A text while the number of recipients is asked for; null when it is not. */
export async function typeOpenDayUpdate(visit: AdminVisit, text: string): Promise<Step | null> {
  const live = await findOpenDayUpdate(visit)
  if (live?.state.step !== 'confirm') return null
  const { tr } = visit
  const { campaign, state, messageId } = live
  if (readNumber(text) === state.recipients) return launch(visit, campaign, null, messageId)
  const step = await askOpenDayUpdate(visit, campaign, 'confirm', messageId)
  const recipients = formatCount(tr.language, state.recipients)
  const problem = tr.text('broadcast-confirm-wrong', { recipients })
  return { ...step, view: { ...step.view, text: `${problem}\n\n${step.view?.text ?? ''}` } }
}

async function showExample(visit: AdminVisit, live: LiveOpenDayUpdate): Promise<Step> {
  const { repos, student, tr, now } = visit
  await audit(visit, 'open-days.example', { campaign: live.campaign.number })
  const events = [...(await exampleEvents(repos.openDays, live.events))]
  const to = { chatId: student.chatId, language: tr.language }
  const below = contentCall({ kind: 'open-days', events }, to, {
    openDayView: (_language, told) => openDayUpdateView(tr, told, now),
  })
  return { view: null, previousMessageId: null, below }
}

async function giveUp(visit: AdminVisit): Promise<Step> {
  const previousMessageId = await leaveDialogue(visit)
  return { view: givenUpView(visit.tr), previousMessageId }
}

function givenUpView(tr: Translator): View {
  return { text: tr.text('notify-cancelled'), keyboard: [[campaignsButton(tr)]] }
}

async function late(
  visit: AdminVisit,
  number: number,
  live: LiveOpenDayUpdate | null,
  messageId: number | null,
): Promise<Step> {
  const toast = visit.tr.text('toast-refreshed')
  const campaign = await visit.repos.campaigns.findByNumber(number)
  if (campaign !== null && campaign.startedAt !== null) {
    const place = isLiveCard(visit, campaign, messageId) ? 'live' : 'opened'
    return { view: await showCampaign(visit, campaign, place), previousMessageId: null, toast }
  }
  if (live === null && campaign?.state === 'cancelled') {
    return { view: givenUpView(visit.tr), previousMessageId: null, toast }
  }
  // Counted on another day.
  if (live === null) return { ...(await notifyOpenDays(visit)), toast }
  return { ...(await askOpenDayUpdate(visit, live.campaign, live.state.step, live.messageId)), toast }
}

/** An event that is over is no news: nothing is sent after the last of them. */
function endOfLast(events: readonly OpenDayEvent[]): Date | null {
  const last = events
    .map(({ date }) => date)
    .sort()
    .at(-1)
  return last === undefined ? null : kyivDayStart(new Date(`${last}T12:00:00Z`), 1)
}
