import type { Campaign } from '@abitly/database'
import { counted, durationText, formatCount, kyivTime, momentText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { isQuiet } from '../quiet-hours.ts'
import type { View } from '../view.ts'
import type { AnswerButtons } from './answer-button.ts'
import type { StateOf } from './broadcast-state.ts'
import { estimate } from './estimate.ts'

/** Asks whether the message looks right. */
export function previewPrompt(tr: Translator, { plain, back, cancel }: AnswerButtons): View {
  const testSend = plain(tr.text('button-test-send'), 'test-send')
  const change = plain(tr.text('button-change'), 'edit-content')
  const onward = plain(tr.text('button-forward'), 'next', 'primary')
  return {
    text: `${tr.text('broadcast-preview')}\n${tr.text('broadcast-preview-missing')}`,
    keyboard: [[testSend, change], [onward], [back, cancel]],
  }
}

/** What the question for the time shows. */
export interface WhenFacts {
  campaign: Campaign
  recipients: number
  bulkPerSecond: number
  now: Date
}

/** Asks when to send, and shows how long it takes. */
export function whenPrompt(
  tr: Translator,
  { campaign, recipients, bulkPerSecond, now }: WhenFacts,
  { plain, back, cancel }: AnswerButtons,
): View {
  const { seconds, perSecond } = estimate(recipients, bulkPerSecond)
  const effort = tr.text('broadcast-estimate', {
    ...counted(tr, 'recipients', recipients),
    duration: durationText(tr, seconds),
    rate: formatCount(tr.language, perSecond),
  })
  const clock = tr.text(isQuiet(now) ? 'broadcast-now-quiet' : 'broadcast-now', { time: kyivTime(now).time })
  const count = formatCount(tr.language, recipients)
  const policy = campaign.resendUnknown ? 'resend' : 'keep'
  return {
    text: `${tr.text('broadcast-when', { number: String(campaign.number) })}\n\n${effort}\n${clock}`,
    keyboard: [
      [plain(tr.text('button-send-count', { recipients: count }), 'send-now', 'primary')],
      [plain(tr.text('button-tomorrow'), 'tomorrow'), plain(tr.text('button-other-time'), 'other-time')],
      [plain(tr.text('button-unknown-policy', { policy }), 'toggle-unknown')],
      [back, cancel],
    ],
  }
}

/** Asks for day and time. A campaign that is scheduled already stays so: there is nothing to cancel here. */
export function timePrompt(tr: Translator, campaign: Campaign, { back, cancel }: AnswerButtons): View {
  const title = tr.text('broadcast-title', { number: String(campaign.number) })
  return {
    text: tr.text('broadcast-time', { title }),
    keyboard: [campaign.state === 'scheduled' ? [back] : [back, cancel]],
  }
}

/** Asks for the number of recipients: so many people are never written to by a slip of a finger. */
export function confirmPrompt(
  tr: Translator,
  { draft, recipients, startsAt }: StateOf<'confirm'>,
  now: Date,
  { back, cancel }: AnswerButtons,
): View {
  const when = startsAt === null ? tr.text('broadcast-confirm-now') : momentText(tr, new Date(startsAt), now)
  return {
    text: tr.text('broadcast-confirm', {
      ...counted(tr, 'recipients', recipients),
      number: String(draft.number),
      when,
      typed: String(recipients),
    }),
    keyboard: [[back, cancel]],
  }
}
