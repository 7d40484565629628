import type { Step } from '../step.ts'
import type { AdminVisit } from '../visit.ts'
import { askBroadcast } from './broadcast-dialogue.ts'
import type { At } from './broadcast-dialogue.ts'
import type { BroadcastAnswer, Following } from './broadcast-answer.ts'
import type { BroadcastDraft, StateOf } from './broadcast-state.ts'
import { keepButtons, openPreview } from './preview.ts'

/** A button below the question for the content; null: it says nothing here. */
export async function answerContent(
  visit: AdminVisit,
  { draft, then }: StateOf<'content'>,
  answer: BroadcastAnswer,
  messageId: number | null,
): Promise<Step | null> {
  if (draft === null) return null
  if (answer.kind === 'next') return askBroadcast(visit, { step: 'buttons', draft, then }, messageId)
  const goesBack = answer.kind === 'back' && then === 'preview'
  return goesBack ? openPreview(visit, draft, messageId) : null
}

/** A button below the question for link buttons. */
export async function answerButtonsStep(
  { visit, state, campaign, messageId }: At<'buttons'>,
  answer: BroadcastAnswer,
): Promise<Step | null> {
  const { draft, then } = state
  const following: Following<Step> = {
    next: () => afterContent(visit, draft, then, messageId),
    back: () => askBroadcast(visit, { step: 'content', draft, then, album: null }, messageId),
    clear: async () => {
      await keepButtons(visit, campaign, [])
      return askBroadcast(visit, state, messageId)
    },
  }
  return (await following[answer.kind]?.()) ?? null
}

/** On to the audience, or back to the preview from which the content was changed. */
export function afterContent(
  visit: AdminVisit,
  draft: BroadcastDraft,
  then: StateOf<'buttons'>['then'],
  messageId: number | null,
): Promise<Step> {
  if (then === 'preview') return openPreview(visit, draft, messageId)
  return askBroadcast(visit, { step: 'audience', draft }, messageId)
}
