import { isNmtYear } from '@abitly/domain'
import type { NmtYear } from '@abitly/domain'
import { showMenu } from '../show-menu.ts'
import { showOffer } from '../show-offer.ts'
import type { OfferKey } from '../offer/offer-key.ts'
import type { View } from '../view.ts'
import type { Visit } from '../visit.ts'
import type { GradeAnswer } from './grade-answer.ts'
import { askGrades, beginGrades, findGradesDialogue, gradesQuestion, startGrades } from './grades-dialogue.ts'
import type { GradesStepView, LiveDialogue } from './grades-dialogue.ts'
import { remainingSubjects } from './grades-state.ts'
import { answerStep, correcting, enter, fillIn } from './grades-steps.ts'
import { problemText } from './grades-texts.ts'
import { myGradesView } from './my-grades-view.ts'
import { saveGrades } from './save-grades.ts'
import { typedChoice } from './typed-choice.ts'
import { readAnswer } from './typed-grades.ts'

/** The grades, or the question for them when there are none yet. */
export async function openGrades(visit: Visit, from: OfferKey | null): Promise<GradesStepView> {
  const results = await visit.repos.grades.ofStudent(visit.student.chatId)
  if (results.length === 0) return startGrades(visit, from)
  return { view: myGradesView(visit.tr, results, from), previousMessageId: null }
}

/**
 * Asks which grade of a year to correct; for a year without grades, begins to ask for them. What the linked account
 * says is not corrected here.
 */
export async function fixGrades(
  visit: Visit,
  nmtYear: NmtYear,
  from: OfferKey | null,
): Promise<GradesStepView> {
  const results = await visit.repos.grades.ofStudent(visit.student.chatId)
  const saved = results.find((result) => result.nmtYear === nmtYear)
  if (saved === undefined) return startGrades(visit, from)
  if (saved.source === 'account') return openGrades(visit, from)
  return beginGrades(visit, correcting(nmtYear, saved.grades, from))
}

/** A button of the dialogue. One of an older keyboard changes nothing and shows where things stand. */
export async function pressGrades(
  visit: Visit,
  revision: number,
  answer: GradeAnswer,
): Promise<GradesStepView> {
  const live = await findGradesDialogue(visit)
  if (live === null) return afterEnd(visit, answer)
  if (live.revision !== revision) return standing(visit, live)
  const move = answerStep(live.state, answer)
  switch (move.kind) {
    case 'foreign':
      return standing(visit, live)
    case 'ask':
      return askGrades(visit, move.state, live.messageId)
    case 'cancelled':
      return cancel(visit, live)
    case 'complete':
      return complete(visit, live, [0])
  }
}

/** A typed answer; null when nothing is being asked. */
export async function typeGrades(visit: Visit, text: string): Promise<GradesStepView | null> {
  const live = await findGradesDialogue(visit)
  if (live === null || !live.takesText) return null
  const { state, messageId } = live
  if (state.step !== 'grade') return typeChoice(visit, live, text)
  const remaining = remainingSubjects(state)
  const typed = readAnswer(text, remaining)
  if (typed.kind === 'no-number') {
    const { keyboard = [] } = await gradesQuestion(visit, state, live.revision)
    const answer = typedChoice(keyboard, text)
    if (answer !== null) return pressGrades(visit, live.revision, answer)
  }
  if (typed.kind !== 'grades') {
    const asked = await askGrades(visit, state, messageId)
    const text = `${problemText(visit.tr, typed, remaining)}\n\n${asked.view.text}`
    return { ...asked, view: { ...asked.view, text } }
  }
  const move = enter(state, typed.values)
  return move.kind === 'ask' ? askGrades(visit, move.state, messageId) : complete(visit, live, typed.values)
}

/** The words of a button do as well; at others the question moves to the bottom of the chat and asks for a button. */
async function typeChoice(
  visit: Visit,
  { state, revision, messageId }: LiveDialogue,
  typed: string,
): Promise<GradesStepView> {
  const { keyboard = [] } = await gradesQuestion(visit, state, revision)
  const answer = typedChoice(keyboard, typed)
  if (answer !== null) return pressGrades(visit, revision, answer)
  const asked = await askGrades(visit, state, messageId)
  const text = `${asked.view.text}\n${visit.tr.text('grades-by-button')}`
  return { ...asked, view: { ...asked.view, text } }
}

async function complete(
  visit: Visit,
  { state, messageId }: LiveDialogue,
  values: readonly number[],
): Promise<GradesStepView> {
  if (state.step !== 'grade') throw new Error(`The grades dialogue cannot end at its step "${state.step}"`)
  const { grades } = fillIn(state, values)
  return { ...(await saveGrades(visit, state, grades)), previousMessageId: messageId }
}

async function cancel(visit: Visit, { state, messageId }: LiveDialogue): Promise<GradesStepView> {
  await visit.repos.dialogues.remove(visit.student.chatId)
  const view = state.from === null ? await homeView(visit) : await showOffer(visit, state.from)
  return { view, toast: visit.tr.text('toast-nothing-saved'), previousMessageId: messageId }
}

/** Where things stand, for a button of an older keyboard. */
async function standing(visit: Visit, { state, revision, messageId }: LiveDialogue): Promise<GradesStepView> {
  const toast = visit.tr.text('toast-refreshed')
  const view = await gradesQuestion(visit, state, revision)
  return { view, revision, toast, previousMessageId: messageId }
}

/**
 * A button of a dialogue that has ended shows the grades as they are now. The second tap of a double tap on the last
 * question is told that the first one was enough.
 */
async function afterEnd(visit: Visit, answer: GradeAnswer): Promise<GradesStepView> {
  const { repos, student, tr } = visit
  const results = await repos.grades.ofStudent(student.chatId)
  const isSaved = answer.kind === 'not-passed' && results.length > 0
  const toast = tr.text(isSaved ? 'toast-grades-saved' : 'toast-refreshed')
  return { view: await homeView(visit), toast, previousMessageId: null }
}

/** The grades where there are some, else the menu. */
async function homeView(visit: Visit): Promise<View> {
  const results = await visit.repos.grades.ofStudent(visit.student.chatId)
  const known = results.filter(({ nmtYear }) => isNmtYear(nmtYear))
  return known.length > 0 ? myGradesView(visit.tr, known, null) : showMenu(visit)
}
