import { choicesOf } from '../choices/choices.ts'
import type { Step } from '../step.ts'
import type { Visit } from '../visit.ts'
import { makePlan } from './make-plan.ts'
import { openPlan } from './open-plan.ts'
import type { PlainWishAnswer, WishAnswer, WishField } from './wish-answer.ts'
import { askWishes, findWishes } from './wishes-dialogue.ts'
import type { LiveWishes } from './wishes-dialogue.ts'
import { wishesPrompt } from './wishes-prompt.ts'
import type { ChooseWish } from './wishes-state.ts'
import { MOST_SPECIALITIES, wished, wishesOf, withWished } from './wishes.ts'

/** Longer than any name one would search for. */
const LONGEST_QUERY = 60

/**
 * A button below the wishes. One of an older keyboard changes nothing and shows where things stand: a second tap on
 * «make» finds no question any more, and the plan that the first one made.
 */
export async function pressWishes(visit: Visit, revision: number, answer: WishAnswer): Promise<Step> {
  const live = await findWishes(visit)
  if (live === null) return { ...(await openPlan(visit)), toast: visit.tr.text('toast-refreshed') }
  if (live.revision !== revision) return standing(visit, live)
  const { state, messageId } = live
  switch (answer.kind) {
    case 'field':
      return search(visit, answer.field, '', messageId)
    case 'funding':
      await save(visit, { ...(await wishesOf(visit)), funding: answer.funding })
      return askWishes(visit, { step: 'overview' }, messageId)
    case 'page':
      if (state.step !== 'choose') return standing(visit, live)
      return askWishes(visit, { ...state, page: answer.page }, messageId)
    case 'toggle':
      return state.step === 'choose' ? toggle(visit, live, state, answer.id) : standing(visit, live)
    case 'back':
    case 'clear':
    case 'make':
    case 'show-all':
      return answerPlain(visit, live, answer.kind)
  }
}

/** A typed text; null when no list is open. */
export async function typeWishes(visit: Visit, text: string): Promise<Step | null> {
  const live = await findWishes(visit)
  if (live?.state.step !== 'choose' || !live.takesText) return null
  return search(visit, live.state.field, text.trim().slice(0, LONGEST_QUERY), live.messageId)
}

async function answerPlain(visit: Visit, live: LiveWishes, answer: PlainWishAnswer): Promise<Step> {
  const { state, messageId } = live
  switch (answer) {
    case 'back':
      return askWishes(visit, { step: 'overview' }, messageId)
    case 'make':
      return makePlan(visit, messageId)
    case 'clear':
      if (state.step !== 'choose') return standing(visit, live)
      await save(visit, withWished(await wishesOf(visit), state.field, []))
      return askWishes(visit, state, messageId)
    case 'show-all':
      return state.step === 'choose' ? search(visit, state.field, '', messageId) : standing(visit, live)
  }
}

/** The list of a field, narrowed to what holds the text. */
async function search(
  visit: Visit,
  field: WishField,
  query: string,
  messageId: number | null,
): Promise<Step> {
  const first = wished(await wishesOf(visit), field)
  return askWishes(visit, { step: 'choose', field, page: 0, query, first }, messageId)
}

async function toggle(visit: Visit, live: LiveWishes, state: ChooseWish, id: string): Promise<Step> {
  const { repos, tr } = visit
  const { field } = state
  const all = await choicesOf(repos.choices, field, tr.language)
  // The catalogue may have lost it since.
  if (!all.some((choice) => choice.id === id)) return standing(visit, live)
  const wishes = await wishesOf(visit)
  const chosen = wished(wishes, field)
  const isChosen = chosen.includes(id)
  if (!isChosen && field === 'speciality' && chosen.length >= MOST_SPECIALITIES) {
    const toast = tr.text('toast-wishes-full', { most: String(MOST_SPECIALITIES) })
    return { ...(await standing(visit, live)), toast }
  }
  await save(
    visit,
    withWished(wishes, field, isChosen ? chosen.filter((one) => one !== id) : [...chosen, id]),
  )
  return askWishes(visit, state, live.messageId)
}

function save({ repos, student, now }: Visit, wishes: Awaited<ReturnType<typeof wishesOf>>): Promise<void> {
  return repos.plans.saveWishes(student.chatId, wishes, now)
}

/** Where things stand, for a button that came too late or says nothing here. */
async function standing(visit: Visit, { state, revision, messageId }: LiveWishes): Promise<Step> {
  const view = await wishesPrompt(visit, state, revision)
  return { view, revision, previousMessageId: messageId, toast: visit.tr.text('toast-refreshed') }
}
