import { expect, it } from 'vitest'
import { Refusal } from './refusal.ts'
import { outcomeOf } from './send-outcome.ts'

it.each([
  ['sent', { kind: 'ok', result: true }, true],
  ['sent-unanswered', { kind: 'reset' }, true],
  ['unanswered', { kind: 'reset' }, false],
  ['server-error', { kind: 'html' }, false],
  ['flood', { kind: 'refused', refusal: new Refusal(429, '') }, false],
  ['blocked', { kind: 'refused', refusal: new Refusal(403, '') }, false],
  ['unauthorized', { kind: 'refused', refusal: new Refusal(401, '') }, false],
  ['rejected', { kind: 'refused', refusal: new Refusal(400, '') }, false],
  ['server-error', { kind: 'refused', refusal: new Refusal(500, '') }, false],
] as const)('counts as %s', (outcome, answer, done) => {
  expect(outcomeOf(answer, done)).toBe(outcome)
})
