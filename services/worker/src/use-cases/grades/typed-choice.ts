import type { Keyboard } from '../view.ts'
import type { GradeAnswer } from './grade-answer.ts'

/** Fewer letters could be the beginning of anything. */
const BEGINNING = 3

/** The answer of the one button whose label, or its beginning, was typed instead; null: of none, or of several. */
export function typedChoice(keyboard: Keyboard, text: string): GradeAnswer | null {
  const typed = plain(text)
  const answers = keyboard.flat().flatMap((button) => {
    if (!('press' in button) || button.press.kind !== 'answer') return []
    const label = plain(button.text)
    const isMeant = label === typed || (typed.length >= BEGINNING && label.startsWith(typed))
    return isMeant ? [button.press.answer] : []
  })
  return answers.length === 1 ? (answers[0] ?? null) : null
}

/** Letters and digits only, in lower case. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
