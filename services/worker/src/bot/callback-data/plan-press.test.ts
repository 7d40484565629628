import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PLAIN_WISH_ANSWERS, WISH_FIELDS } from '../../use-cases/plan/wish-answer.ts'
import type { Press } from '../../use-cases/view.ts'
import { packPress, unpackPress } from './press.ts'

const number = fc.nat()
const answer = fc.oneof(
  fc.record({ kind: fc.constantFrom(...PLAIN_WISH_ANSWERS) }),
  fc.record({
    kind: fc.constant('funding' as const),
    funding: fc.constantFrom('budget' as const, 'contract' as const),
  }),
  fc.record({ kind: fc.constant('field' as const), field: fc.constantFrom(...WISH_FIELDS) }),
  fc.record({ kind: fc.constant('toggle' as const), id: fc.constantFrom('F3', '014.01', '27') }),
  fc.record({ kind: fc.constant('page' as const), page: number }),
)
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ kind: fc.constantFrom('plan' as const, 'plan-wishes' as const) }),
  fc.record({ kind: fc.constant('wishes' as const), revision: number, answer }),
  fc.record({ kind: fc.constant('follow-plan' as const), number }),
)

it('comes back as it was packed', () => {
  fc.assert(
    fc.property(press, (one) => {
      expect(unpackPress(packPress(one))).toEqual(one)
    }),
  )
})

it.each([
  '1:po',
  '1:po:x',
  '1:pf',
  '1:pf:-',
  '1:ws',
  '1:ws:1',
  '1:ws:1:f:city',
  '1:ws:1:k:gift',
  '1:ws:1:t:ї',
])('knows nothing of %j', (data) => {
  expect(unpackPress(data)).toBeNull()
})
