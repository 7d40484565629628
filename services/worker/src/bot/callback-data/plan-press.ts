import { PLAIN_WISH_ANSWERS, WISH_FIELDS } from '../../use-cases/plan/wish-answer.ts'
import type { PlainWishAnswer, WishAnswer } from '../../use-cases/plan/wish-answer.ts'
import type { Press } from '../../use-cases/view.ts'
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

/** Ids of regions, codes of specialities: nothing else is a choice. */
const CHOICE_ID = /^[0-9A-Za-z.]{1,16}$/

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
      return ['t', answer.id]
    case 'page':
      return ['p', packNumber(answer.page)]
    case 'back':
    case 'clear':
    case 'make':
    case 'show-all':
      return [PLAIN_CODES[answer.kind]]
  }
}

function unpackAnswer([code = '', value = '']: readonly string[]): WishAnswer | null {
  switch (code) {
    case 'k':
      return value === 'budget' || value === 'contract' ? { kind: 'funding', funding: value } : null
    case 'f': {
      const field = WISH_FIELDS.find((known) => known === value)
      return field === undefined ? null : { kind: 'field', field }
    }
    case 't':
      return CHOICE_ID.test(value) ? { kind: 'toggle', id: value } : null
    case 'p': {
      const page = unpackNumber(value)
      return page === null ? null : { kind: 'page', page }
    }
    default: {
      const kind = PLAIN_WISH_ANSWERS.find((known) => PLAIN_CODES[known] === code)
      return kind === undefined ? null : { kind }
    }
  }
}
