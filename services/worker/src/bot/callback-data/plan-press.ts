import { PLAIN_WISH_ANSWERS, WISH_FIELDS } from '../../use-cases/plan/wish-answer.ts'
import type { PlainWishAnswer, WishAnswer } from '../../use-cases/plan/wish-answer.ts'
import type { Press } from '../../use-cases/view.ts'
import { packChoiceAnswer, unpackChoiceAnswer, unpackPlainAnswer } from './choice-answer.ts'
import { packNumber, unpackNumber } from './whole-number.ts'

/** The presses about a plan of applications. */
export type PlanPress = Extract<Press, { kind: (typeof KINDS)[number] }>

const KINDS = ['plan', 'plan-wishes', 'wishes', 'follow-plan'] as const

const PLAIN_CODES: Readonly<Record<PlainWishAnswer, string>> = {
  back: 'b',
  clear: 'x',
  'show-all': 'sa',
  make: 'm',
}

export function isPlanPress(press: Press): press is PlanPress {
  return KINDS.some((kind) => kind === press.kind)
}

/** One of these presses as fields; the first is its code. */
export function packPlan(press: PlanPress): string[] {
  switch (press.kind) {
    case 'plan':
      return ['pl']
    case 'plan-wishes':
      return ['pw']
    case 'follow-plan':
      return ['pf', packNumber(press.number)]
    case 'wishes':
      return ['ws', packNumber(press.revision), ...packAnswer(press.answer)]
  }
}

/** The press back; null for anything we have not packed. */
export function unpackPlan(code: string, [first, ...rest]: readonly string[]): Press | null {
  const number = unpackNumber(first)
  switch (code) {
    case 'pl':
      return { kind: 'plan' }
    case 'pw':
      return { kind: 'plan-wishes' }
    case 'pf':
      return number === null ? null : { kind: 'follow-plan', number }
    case 'ws': {
      const answer = unpackAnswer(rest)
      return number === null || answer === null ? null : { kind: 'wishes', revision: number, answer }
    }
    default:
      return null
  }
}

function packAnswer(answer: WishAnswer): string[] {
  switch (answer.kind) {
    case 'funding':
      return ['k', answer.funding]
    case 'field':
      return ['f', answer.field]
    case 'toggle':
    case 'page':
      return packChoiceAnswer(answer)
    case 'back':
    case 'clear':
    case 'make':
    case 'show-all':
      return [PLAIN_CODES[answer.kind]]
  }
}

function unpackAnswer(fields: readonly string[]): WishAnswer | null {
  const [code, value] = fields
  if (code === 'k')
    return value === 'budget' || value === 'contract' ? { kind: 'funding', funding: value } : null
  if (code === 'f') {
    const field = WISH_FIELDS.find((known) => known === value)
    return field === undefined ? null : { kind: 'field', field }
  }
  return unpackChoiceAnswer(fields) ?? unpackPlainAnswer(code, PLAIN_CODES, PLAIN_WISH_ANSWERS)
}
