import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { wishesPrompt } from './wishes-prompt.ts'
import { savedWishesState } from './wishes-state.ts'
import type { WishesState } from './wishes-state.ts'

/** Name of this dialogue in the `dialogues` table. */
export const WISHES_DIALOGUE = 'plan-wishes'
/** How long a text still counts as a search, in milliseconds. Buttons work for ever. */
const SEARCH_WITHIN_MS = 60 * 60 * 1000

/** The dialogue of a chat, as far as it is ours and readable. */
export interface LiveWishes {
  state: WishesState
  revision: number
  messageId: number | null
  /** Whether a typed text is still taken for a search. */
  takesText: boolean
}

/** The live dialogue; null when there is none, or its state was written by another version. */
export async function findWishes({ repos, student, now }: Visit): Promise<LiveWishes | null> {
  const dialogue = await repos.dialogues.find(student.chatId)
  if (dialogue?.name !== WISHES_DIALOGUE) return null
  const saved = savedWishesState.safeParse(dialogue.state).data
  if (saved === undefined) return null
  const { revision, messageId } = dialogue
  return {
    state: saved.step,
    ...{ revision, messageId },
    takesText: now.getTime() - saved.askedAt < SEARCH_WITHIN_MS,
  }
}

/** Moves the dialogue to `state` and asks its question. */
export async function askWishes(
  visit: Visit,
  state: WishesState,
  previousMessageId: number | null,
): Promise<Step> {
  const { repos, student, now } = visit
  const saved = { step: state, askedAt: now.getTime() }
  const revision = await repos.dialogues.save(student.chatId, { name: WISHES_DIALOGUE, state: saved, now })
  return { view: await wishesPrompt(visit, state, revision), revision, previousMessageId }
}
