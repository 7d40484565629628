import { audienceOf } from '../../campaigns/parse-content.ts'
import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { chosenIn } from './audience-filter.ts'
import { askAgain, askBroadcast, findBroadcast } from './broadcast-dialogue.ts'
import type { At, LiveBroadcast } from './broadcast-dialogue.ts'
import { takeButtons } from './take-buttons.ts'
import { takeContent } from './take-content.ts'
import { takeConfirmation, takeTime } from './take-time.ts'
import type { TypedMessage } from './typed-message.ts'

/** Longer than any name one would search for. */
const LONGEST_QUERY = 60

/** A message of an admin while a broadcast is being prepared; null when none is asked for. */
export async function typeBroadcast(visit: AdminVisit, typed: TypedMessage): Promise<Step | null> {
  const live = await findBroadcast(visit)
  if (live === null || !live.takesText) return null
  const { state, campaign, messageId } = live
  if (state.step === 'content') return takeContent(visit, live, state, typed)
  if (campaign === null) throw new Error(`The broadcast dialogue has no campaign at its step "${state.step}"`)
  switch (state.step) {
    // These are answered by buttons: whatever is written meanwhile means something else.
    case 'audience':
    case 'preview':
    case 'when':
      return null
    case 'buttons':
      return withText(visit, live, typed, (text) =>
        takeButtons({ visit, state, campaign, messageId }, live, text),
      )
    case 'choose':
      return withText(visit, live, typed, (text) => search({ visit, state, campaign, messageId }, text))
    case 'time':
      return withText(visit, live, typed, (text) =>
        takeTime({ visit, state, campaign, messageId }, live, text),
      )
    case 'confirm':
      return withText(visit, live, typed, (text) =>
        takeConfirmation({ visit, state, campaign, messageId }, live, text),
      )
  }
}

function withText(
  visit: AdminVisit,
  live: LiveBroadcast,
  typed: TypedMessage,
  take: (text: string) => Promise<Step>,
): Promise<Step> {
  if (typed.kind === 'content' && typed.text !== null) return take(typed.text)
  return askAgain(visit, live, visit.tr.text('broadcast-needs-text'))
}

function search({ visit, state, campaign, messageId }: At<'choose'>, text: string): Promise<Step> {
  const first = chosenIn(audienceOf(campaign), state.field)
  const query = text.trim().slice(0, LONGEST_QUERY)
  return askBroadcast(visit, { ...state, query, page: 0, first }, messageId)
}
