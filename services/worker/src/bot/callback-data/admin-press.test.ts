import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CAMPAIGN_ACTIONS, OPEN_DAY_UPDATE_ANSWERS } from '../../use-cases/admin/admin-press.ts'
import type { AdminPress } from '../../use-cases/admin/admin-press.ts'
import { AUDIENCE_BASES, PLAIN_ANSWERS } from '../../use-cases/broadcast/broadcast-answer.ts'
import { CHOICE_FIELDS } from '../../use-cases/choices/choice-field.ts'
import { packPress, unpackPress } from './press.ts'

const number = fc.integer({ min: 1, max: 2_147_483_647 })
const revision = fc.integer({ min: 0, max: 2_147_483_647 })
const id = fc.oneof(
  fc.integer({ min: 1, max: 2_147_483_647 }).map(String),
  fc.constantFrom('A4', 'F3', 'A4.09', '014.01', '122', 'B11'),
)
const answer = fc.oneof(
  fc.record({ kind: fc.constantFrom(...PLAIN_ANSWERS) }),
  fc.record({ kind: fc.constant('base' as const), base: fc.constantFrom(...AUDIENCE_BASES) }),
  fc.record({ kind: fc.constant('filter' as const), field: fc.constantFrom(...CHOICE_FIELDS) }),
  fc.record({ kind: fc.constant('toggle' as const), id }),
  fc.record({ kind: fc.constant('page' as const), page: fc.integer({ min: 0, max: 9999 }) }),
)

const press: fc.Arbitrary<AdminPress> = fc.oneof(
  fc.record({ kind: fc.constant('new-broadcast' as const) }),
  fc.record({ kind: fc.constant('campaigns' as const), page: fc.integer({ min: 0, max: 1_000_000 }) }),
  fc.record({ kind: fc.constant('campaign' as const), number, action: fc.constantFrom(...CAMPAIGN_ACTIONS) }),
  fc.record({ kind: fc.constant('broadcast' as const), number: fc.option(number), revision, answer }),
  fc.record({
    kind: fc.constant('open-day-update' as const),
    number,
    revision,
    answer: fc.constantFrom(...OPEN_DAY_UPDATE_ANSWERS),
  }),
)

describe('callback data of admins', () => {
  it('brings every press back as it was, in at most 64 bytes of ASCII', () => {
    fc.assert(
      fc.property(press, (ask) => {
        const data = packPress({ kind: 'admin', ask })
        expect(data).toMatch(/^[\x21-\x7e]{1,64}$/)
        expect(unpackPress(data)).toEqual({ kind: 'admin', ask })
      }),
      { numRuns: 2000 },
    )
  })

  it('never fails on data of somebody else', () => {
    const fragment = fc.constantFrom(
      ':',
      'n',
      'l',
      'c',
      'b',
      'd',
      '0',
      '1',
      'zz',
      'go',
      't',
      'F3',
      's',
      'all',
      'ї',
    )
    const data = fc.array(fragment).map((parts) => `1:A:${parts.join('')}`)
    fc.assert(
      fc.property(data, (text) => {
        const pressed = unpackPress(text)
        if (pressed !== null) expect(unpackPress(packPress(pressed))).toEqual(pressed)
      }),
    )
  })

  it.each([
    '1:A',
    '1:A:',
    '1:A:x',
    '1:A:l:-1',
    '1:A:c:1',
    '1:A:c:1:zz',
    '1:A:c::p',
    '1:A:b:1:2',
    '1:A:b:1:2:zz',
    '1:A:b:1:2:s:nobody',
    '1:A:b:1:2:f:language',
    '1:A:b:1:2:t:',
    '1:A:b:1:2:t:ї',
    '1:A:b:1:2:p:-1',
    '1:A:d:1:2',
    '1:A:d:1:2:zz',
  ])('knows nothing of %j', (data) => {
    expect(unpackPress(data)).toBeNull()
  })
})
