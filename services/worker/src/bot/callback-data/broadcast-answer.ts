import { AUDIENCE_BASES, PLAIN_ANSWERS } from '../../use-cases/broadcast/broadcast-answer.ts'
import type { BroadcastAnswer, PlainAnswer } from '../../use-cases/broadcast/broadcast-answer.ts'
import { CHOICE_FIELDS } from '../../use-cases/choices/choice-field.ts'

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

/** Ids of regions and universities, codes of specialities: nothing else is a choice. */
const CHOICE_ID = /^[0-9A-Za-z.]{1,16}$/
const PAGE = /^\d{1,4}$/

/** An answer of the broadcast dialogue as two fields at most. */
export function packBroadcastAnswer(answer: BroadcastAnswer): string[] {
  if (answer.kind === 'base') return ['s', answer.base]
  if (answer.kind === 'filter') return ['f', answer.field]
  if (answer.kind === 'toggle') return ['t', answer.id]
  if (answer.kind === 'page') return ['p', String(answer.page)]
  return [PLAIN_CODES[answer.kind]]
}

/** The answer back; null for anything we have not packed. */
export function unpackBroadcastAnswer([code = '', value = '']: readonly string[]): BroadcastAnswer | null {
  switch (code) {
    case 's': {
      const base = AUDIENCE_BASES.find((known) => known === value)
      return base === undefined ? null : { kind: 'base', base }
    }
    case 'f': {
      const field = CHOICE_FIELDS.find((known) => known === value)
      return field === undefined ? null : { kind: 'filter', field }
    }
    case 't':
      return CHOICE_ID.test(value) ? { kind: 'toggle', id: value } : null
    case 'p':
      return PAGE.test(value) ? { kind: 'page', page: Number(value) } : null
    default: {
      const kind = PLAIN_ANSWERS.find((known) => PLAIN_CODES[known] === code)
      return kind === undefined ? null : { kind }
    }
  }
}
