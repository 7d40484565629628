import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NMT_YEARS, SUBJECTS } from '@abitly/domain'
import type { Press } from '../../use-cases/view.ts'
import { packPress, unpackPress } from './press.ts'

const offer = fc.record({
  offerId: fc.integer({ min: 1, max: 999_999_999 }),
  year: fc.integer({ min: 2000, max: 2099 }),
})
const list = fc.array(offer, { maxLength: 5 })
const from = fc.option(offer)
const nmtYear = fc.constantFrom(...NMT_YEARS)
const subject = fc.constantFrom(...SUBJECTS)
const answer = fc.oneof(
  fc.record({ kind: fc.constant('year' as const), nmtYear }),
  fc.record({ kind: fc.constantFrom('elective' as const, 'subject' as const), subject }),
  fc.record({
    kind: fc.constantFrom(
      'other-elective' as const,
      'not-passed' as const,
      'back' as const,
      'cancel' as const,
    ),
  }),
)

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'menu' as const,
      'help' as const,
      'link-help' as const,
      'languages' as const,
      'example' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('language' as const),
    language: fc.constantFrom('uk' as const, 'en' as const),
  }),
  fc.record({ kind: fc.constantFrom('offer' as const, 'track' as const, 'untrack' as const), offer, list }),
  fc.record({
    kind: fc.constant('offer-list' as const),
    list: fc.array(offer, { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('swap' as const), offer, replaced: offer }),
  fc.record({ kind: fc.constantFrom('grades' as const, 'add-grades' as const), from }),
  fc.record({ kind: fc.constant('fix-grades' as const), nmtYear, from }),
  fc.record({
    kind: fc.constant('answer' as const),
    revision: fc.integer({ min: 0, max: 2_147_483_647 }),
    answer,
  }),
  fc.record({ kind: fc.constant('notifications' as const), enabled: fc.boolean() }),
)

describe('callback data', () => {
  it('brings every press back as it was, in at most 64 bytes of ASCII', () => {
    fc.assert(
      fc.property(press, (pressed) => {
        const data = packPress(pressed)
        expect(data).toMatch(/^[\x21-\x7e]{1,64}$/)
        expect(unpackPress(data)).toEqual(pressed)
      }),
      { numRuns: 2000 },
    )
  })

  it('never fails on data of somebody else', () => {
    const fragment = fc.constantFrom(
      '1',
      ':',
      'o',
      'vqz8',
      '25',
      'a',
      '.',
      'l',
      'uk',
      'g',
      'sw',
      '-',
      '0',
      'ї',
    )
    const data = fc.oneof(
      fc.string(),
      fc.array(fragment).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(data, (text) => {
        const pressed = unpackPress(text)
        if (pressed !== null) expect(unpackPress(packPress(pressed))).toEqual(pressed)
      }),
    )
  })

  it.each([
    '',
    'menu',
    '2:m',
    '1:zz',
    '1:l:de',
    '1:o:',
    '1:o:25',
    '1:o:vqz825:vqz825.',
    '1:o:-vqz825',
    '1:ol:',
    '1:sw:vqz825',
    '1:g:x',
    '1:gf:1999',
    '1:a:-1:b',
    '1:a:1:y:2021',
    '1:a:1:e:latin',
    '1:a:1',
    '1:a::b',
    '1:n',
    '1:n:2',
  ])('knows nothing of %j', (data) => {
    expect(unpackPress(data)).toBeNull()
  })

  it('refuses what does not fit, rather than let Telegram refuse it', () => {
    const key = { offerId: 999_999_999, year: 2025 }
    const tooMany = { kind: 'offer-list' as const, list: Array.from({ length: 8 }, () => key) }
    expect(() => packPress(tooMany)).toThrow('The data of a "offer-list" button is longer than 64 bytes')
  })
})
