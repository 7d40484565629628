import { AUDIENCE_BASES, PLAIN_ANSWERS } from '../../use-cases/broadcast/broadcast-answer.ts'
import type { BroadcastAnswer, PlainAnswer } from '../../use-cases/broadcast/broadcast-answer.ts'
import { CHOICE_FIELDS } from '../../use-cases/choices/choice-field.ts'
import { packChoiceAnswer, unpackChoiceAnswer, unpackPlainAnswer } from './choice-answer.ts'

const PLAIN_CODES: Readonly<Record<PlainAnswer, string>> = {
  next: 'n',
  back: 'b',
  cancel: 'c',
  language: 'l',
  activity: 'a',
  clear: 'x',
  'show-all': 'sa',
  'test-send': 'ts',
  'edit-content': 'e',
  'send-now': 'go',
  tomorrow: 'tm',
  'other-time': 'ot',
  'toggle-unknown': 'u',
}

/** An answer of the broadcast dialogue as two fields at most. */
export function packBroadcastAnswer(answer: BroadcastAnswer): string[] {
  if (answer.kind === 'base') return ['s', answer.base]
  if (answer.kind === 'filter') return ['f', answer.field]
  if (answer.kind === 'toggle' || answer.kind === 'page') return packChoiceAnswer(answer)
  return [PLAIN_CODES[answer.kind]]
}

/** The answer back; null for anything we have not packed. */
export function unpackBroadcastAnswer(fields: readonly string[]): BroadcastAnswer | null {
  const [code, value] = fields
  if (code === 's') {
    const base = AUDIENCE_BASES.find((known) => known === value)
    return base === undefined ? null : { kind: 'base', base }
  }
  if (code === 'f') {
    const field = CHOICE_FIELDS.find((known) => known === value)
    return field === undefined ? null : { kind: 'filter', field }
  }
  return unpackChoiceAnswer(fields) ?? unpackPlainAnswer(code, PLAIN_CODES, PLAIN_ANSWERS)
}
