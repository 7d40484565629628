import { CHOICE_FIELDS } from '../choices/choice-field.ts'
import type { ChoiceField } from '../choices/choice-field.ts'
import { choicesOf } from '../choices/choices.ts'
import { showOpenDays } from '../open-days/show-open-days.ts'
import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import type { FilterAnswer, PlainFilterAnswer } from './filter-answer.ts'
import { choiceOf, chosenOf } from './filter-choices.ts'
import { askFilters, findFilters } from './filters-dialogue.ts'
import type { LiveFilters } from './filters-dialogue.ts'
import { filtersPrompt } from './filters-prompt.ts'
import type { ChooseState } from './filters-state.ts'

/** Longer than any name one would search for. */
const LONGEST_QUERY = 60

/** All filters of open days, whatever was being asked before. */
export async function openFilters(visit: Visit): Promise<Step> {
  const live = await findFilters(visit)
  return askFilters(visit, { step: 'overview' }, live?.messageId ?? null)
}

/** A button below the filters. One of an older keyboard changes nothing and shows where things stand. */
export async function pressFilters(visit: Visit, revision: number, answer: FilterAnswer): Promise<Step> {
  const live = await findFilters(visit)
  if (live === null) return { ...(await openFilters(visit)), toast: visit.tr.text('toast-refreshed') }
  if (live.revision !== revision) return standing(visit, live)
  const { state, messageId } = live
  if (answer.kind === 'field') return openField(visit, answer.field, messageId)
  if (answer.kind === 'toggle' || answer.kind === 'page') {
    if (state.step !== 'choose') return standing(visit, live)
    if (answer.kind === 'page') return askFilters(visit, { ...state, page: answer.page }, messageId)
    return toggle(visit, live, state, answer.id)
  }
  return answerPlain(visit, live, answer.kind)
}

/** A typed text; null when no filter is open. */
export async function typeFilters(visit: Visit, text: string): Promise<Step | null> {
  const live = await findFilters(visit)
  if (live?.state.step !== 'choose' || !live.takesText) return null
  const query = text.trim().slice(0, LONGEST_QUERY)
  return searchFor(visit, live.state, query, live.messageId)
}

async function openField(visit: Visit, field: ChoiceField, messageId: number | null): Promise<Step> {
  const first = await chosenNow(visit, field)
  return askFilters(visit, { step: 'choose', field, page: 0, query: '', first }, messageId)
}

/** @returns the same list, narrowed to what holds the text */
async function searchFor(
  visit: Visit,
  state: ChooseState,
  query: string,
  messageId: number | null,
): Promise<Step> {
  const first = await chosenNow(visit, state.field)
  return askFilters(visit, { ...state, query, page: 0, first }, messageId)
}

async function toggle(visit: Visit, live: LiveFilters, state: ChooseState, id: string): Promise<Step> {
  const { repos, student, tr } = visit
  const all = await choicesOf(repos.choices, state.field, tr.language)
  // The catalogue may have lost it since.
  if (!all.some((choice) => choice.id === id)) return standing(visit, live)
  const choice = choiceOf(state.field, id)
  const isChosen = (await chosenNow(visit, state.field)).includes(id)
  if (isChosen) await repos.openDayFilters.remove(student.chatId, choice)
  else await repos.openDayFilters.add(student.chatId, choice)
  return askFilters(visit, state, live.messageId)
}

async function answerPlain(visit: Visit, live: LiveFilters, answer: PlainFilterAnswer): Promise<Step> {
  const { repos, student } = visit
  const { state, messageId } = live
  switch (answer) {
    case 'back':
      return askFilters(visit, { step: 'overview' }, messageId)
    case 'done':
      await repos.dialogues.remove(student.chatId)
      return { view: await showOpenDays(visit), previousMessageId: messageId }
    case 'clear-all':
      for (const field of CHOICE_FIELDS) await repos.openDayFilters.clear(student.chatId, field)
      return askFilters(visit, { step: 'overview' }, messageId)
    case 'clear':
      if (state.step !== 'choose') return standing(visit, live)
      await repos.openDayFilters.clear(student.chatId, state.field)
      return askFilters(visit, state, messageId)
    case 'show-all':
      return state.step === 'choose' ? searchFor(visit, state, '', messageId) : standing(visit, live)
  }
}

/** Where things stand, for a button that came too late or says nothing here. */
async function standing(visit: Visit, { state, revision, messageId }: LiveFilters): Promise<Step> {
  const view = await filtersPrompt(visit, state, revision)
  return { view, revision, previousMessageId: messageId, toast: visit.tr.text('toast-refreshed') }
}

async function chosenNow({ repos, student }: Visit, field: ChoiceField): Promise<string[]> {
  return chosenOf(await repos.openDayFilters.of(student.chatId), field)
}
