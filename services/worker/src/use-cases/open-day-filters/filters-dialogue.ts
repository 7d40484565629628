import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { filtersPrompt } from './filters-prompt.ts'
import { FILTERS_DIALOGUE, savedFiltersState } from './filters-state.ts'
import type { FiltersState } from './filters-state.ts'

/** How long a text still counts as a search, in milliseconds: later it means something else. Buttons work for ever. */
const SEARCH_WITHIN_MS = 60 * 60 * 1000

/** The dialogue of a chat, as far as it is ours and readable. */
export interface LiveFilters {
  state: FiltersState
  revision: number
  messageId: number | null
  /** Whether a typed text is still taken for a search. */
  takesText: boolean
}

/** The live filters dialogue; null when there is none, or its state was written by another version. */
export async function findFilters({ repos, student, now }: Visit): Promise<LiveFilters | null> {
  const dialogue = await repos.dialogues.find(student.chatId)
  if (dialogue?.name !== FILTERS_DIALOGUE) return null
  const saved = savedFiltersState.safeParse(dialogue.state).data
  if (saved === undefined) return null
  const { revision, messageId } = dialogue
  const takesText = now.getTime() - saved.askedAt < SEARCH_WITHIN_MS
  return { state: saved.step, revision, messageId, takesText }
}

/** Moves the dialogue to `state` and asks its question. */
export async function askFilters(
  visit: Visit,
  state: FiltersState,
  previousMessageId: number | null,
): Promise<Step> {
  const { repos, student, now } = visit
  const saved = { step: state, askedAt: now.getTime() }
  const revision = await repos.dialogues.save(student.chatId, { name: FILTERS_DIALOGUE, state: saved, now })
  return { view: await filtersPrompt(visit, state, revision), revision, previousMessageId }
}
