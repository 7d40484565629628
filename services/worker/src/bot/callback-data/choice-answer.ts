import type { ChoiceAnswer } from '../../use-cases/choices/choice-answer.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

/** Ids of regions and universities, codes of specialities: nothing else is a choice. */
const CHOICE_ID = /^[0-9A-Za-z.]{1,16}$/

/** An answer below a long list of choices as two fields. */
export function packChoiceAnswer(answer: ChoiceAnswer): string[] {
  return answer.kind === 'toggle' ? ['t', answer.id] : ['p', packNumber(answer.page)]
}

/** The answer back; null for anything else. */
export function unpackChoiceAnswer([code, value = '']: readonly string[]): ChoiceAnswer | null {
  if (code === 't') return CHOICE_ID.test(value) ? { kind: 'toggle', id: value } : null
  const page = code === 'p' ? unpackNumber(value) : null
  return page === null ? null : { kind: 'page', page }
}

/** The answer that carries nothing but itself and has this code; null when none has. */
export function unpackPlainAnswer<Kind extends string>(
  code: string | undefined,
  codes: Readonly<Record<Kind, string>>,
  kinds: readonly Kind[],
): { kind: Kind } | null {
  const kind = kinds.find((known) => codes[known] === code)
  return kind === undefined ? null : { kind }
}
