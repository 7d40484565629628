import { formatCount, momentText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Step } from '../step.ts'
import { askAgain } from './broadcast-dialogue.ts'
import type { At, LiveBroadcast } from './broadcast-dialogue.ts'
import { confirmLaunch, launch } from './launch-broadcast.ts'
import { readStartTime } from './start-time.ts'
import type { TypedTime } from './start-time.ts'
import { readNumber } from './typed-number.ts'

/** A text that is to be the time at which a campaign begins. */
export async function takeTime(
  { visit, state, campaign, messageId }: At<'time'>,
  live: LiveBroadcast,
  text: string,
): Promise<Step> {
  const { tr, now } = visit
  const words = { today: tr.text('word-today'), tomorrow: tr.text('word-tomorrow') }
  const typed = readStartTime(text, now, words)
  if (typed.kind !== 'at') return askAgain(visit, live, problemText(tr, typed, now))
  // Many recipients were confirmed when the campaign was scheduled first.
  if (campaign.state === 'scheduled') return launch(visit, campaign, typed.at, messageId)
  return confirmLaunch(visit, { campaign, draft: state.draft, startsAt: typed.at }, messageId)
}

/** A text that is to be the number of recipients. */
export async function takeConfirmation(
  { visit, state, campaign, messageId }: At<'confirm'>,
  live: LiveBroadcast,
  text: string,
): Promise<Step> {
  const { tr, now } = visit
  const { recipients, startsAt: chosen } = state
  if (readNumber(text) !== recipients) {
    const wanted = formatCount(tr.language, recipients)
    return askAgain(visit, live, tr.text('broadcast-confirm-wrong', { recipients: wanted }))
  }
  const startsAt = chosen === null ? null : new Date(chosen)
  // Who takes long to confirm wants it sent all the same.
  return launch(visit, campaign, startsAt !== null && startsAt > now ? startsAt : null, messageId)
}

function problemText(tr: Translator, typed: Exclude<TypedTime, { kind: 'at' }>, now: Date): string {
  switch (typed.kind) {
    case 'unreadable':
      return tr.text('broadcast-time-unreadable')
    case 'missing':
      return tr.text('broadcast-time-missing')
    case 'past':
      return tr.text('broadcast-time-past', { moment: momentText(tr, typed.at, now) })
    case 'too-far':
      return tr.text('broadcast-time-too-far', { moment: momentText(tr, typed.at, now) })
  }
}
