import type { Dialogue } from '@abitly/database'
import type { OfferKey } from '../offer/offer-key.ts'
import type { View } from '../view.ts'
import type { Visit } from '../visit.ts'
import { gradesPrompt } from './grades-prompt.ts'
import { GRADES_DIALOGUE, savedGradesState } from './grades-state.ts'
import type { GradesState } from './grades-state.ts'

/** How long a typed text still counts as an answer, in milliseconds. Buttons work for ever. */
const ANSWER_WITHIN_MS = 24 * 60 * 60 * 1000

/** What the dialogue shows next. */
export interface GradesStepView {
  view: View
  /** Set while the dialogue goes on: whoever sends the view tells the dialogue which message it became. */
  revision?: number
  /** Shown besides, as a message of its own: the offer they came from. */
  next?: View
  toast?: string
  /** The message that carried the keyboard so far. */
  previousMessageId: number | null
}

/** The dialogue of a chat, as far as it is ours and readable. */
export interface LiveDialogue {
  state: GradesState
  revision: number
  messageId: number | null
  /** Whether a typed text is still taken for an answer. */
  takesText: boolean
}

/** The live grades dialogue; null when there is none, or its state was written by another version. */
export async function findGradesDialogue({ repos, student, now }: Visit): Promise<LiveDialogue | null> {
  const dialogue = await repos.dialogues.find(student.chatId)
  return dialogue === null ? null : readDialogue(dialogue, now)
}

/** Moves the dialogue to `state` and asks its question. */
export async function askGrades(
  visit: Visit,
  state: GradesState,
  previousMessageId: number | null,
): Promise<GradesStepView> {
  const { repos, student, now } = visit
  const saved = { step: state, askedAt: now.getTime() }
  const revision = await repos.dialogues.save(student.chatId, { name: GRADES_DIALOGUE, state: saved, now })
  return { view: await gradesQuestion(visit, state, revision), revision, previousMessageId }
}

/** The question of a step as this student is asked it. */
export async function gradesQuestion(
  { repos, student, tr }: Visit,
  state: GradesState,
  revision: number,
): Promise<View> {
  if (state.step !== 'year') return gradesPrompt(tr, state, revision)
  const results = await repos.grades.ofStudent(student.chatId)
  const known = results.filter(({ source }) => source === 'account').map(({ nmtYear }) => nmtYear)
  return gradesPrompt(tr, state, revision, known)
}

/** Begins; who left in the middle, to look at another offer say, goes on where they were. */
export async function startGrades(visit: Visit, from: OfferKey | null): Promise<GradesStepView> {
  const live = await findGradesDialogue(visit)
  const left = live?.takesText === true && live.state.step === 'grade' ? live.state : null
  const isBegun = left !== null && left.corrects === null && Object.keys(left.grades).length > 0
  return beginGrades(visit, isBegun ? { ...left, from } : { step: 'year', from })
}

/** Begins at any step. */
export async function beginGrades(visit: Visit, state: GradesState): Promise<GradesStepView> {
  const before = await findGradesDialogue(visit)
  return askGrades(visit, state, before?.messageId ?? null)
}

function readDialogue({ name, state, revision, messageId }: Dialogue, now: Date): LiveDialogue | null {
  const read = name === GRADES_DIALOGUE ? savedGradesState.safeParse(state) : null
  if (read?.success !== true) return null
  const takesText = now.getTime() - read.data.askedAt < ANSWER_WITHIN_MS
  return { state: read.data.step, revision, messageId, takesText }
}
