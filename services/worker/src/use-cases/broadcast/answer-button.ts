import type { Translator } from '@abitly/text'
import type { AskingButton, Button } from '../view.ts'
import type { BroadcastAnswer, PlainAnswer } from './broadcast-answer.ts'

/** Makes the buttons of one question. */
export interface AnswerButtons {
  answer: (text: string, answer: BroadcastAnswer, style?: 'primary' | 'danger') => AskingButton
  /** One that carries nothing but itself. */
  plain: (text: string, kind: PlainAnswer, style?: 'primary' | 'danger') => Button
  back: Button
  cancel: Button
}

/** @param number of the campaign; null while there is none */
export function answerButtons(tr: Translator, number: number | null, revision: number): AnswerButtons {
  const answer: AnswerButtons['answer'] = (text, given, style) => ({
    text,
    press: { kind: 'admin', ask: { kind: 'broadcast', number, revision, answer: given } },
    ...(style === undefined ? {} : { style }),
  })
  const plain: AnswerButtons['plain'] = (text, kind, style) => answer(text, { kind }, style)
  return {
    answer,
    plain,
    back: plain(tr.text('button-back'), 'back'),
    cancel: plain(tr.text('button-cancel'), 'cancel'),
  }
}
