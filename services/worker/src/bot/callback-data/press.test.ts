import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NMT_YEARS, SUBJECTS } from '@abitly/domain'
import { CHOICE_FIELDS } from '../../use-cases/choices/choice-field.ts'
import { NOTIFICATION_KINDS } from '../../use-cases/notifications/notification-kind.ts'
import { PLAIN_FILTER_ANSWERS } from '../../use-cases/open-day-filters/filter-answer.ts'
import type { Press } from '../../use-cases/view.ts'
import { packPress, unpackPress } from './press.ts'

const offer = fc.record({
  offerId: fc.integer({ min: 1, max: 999_999_999 }),
  year: fc.integer({ min: 2000, max: 2099 }),
})
const offers = fc.array(offer, { maxLength: 5 })
const from = fc.option(offer)
const nmtYear = fc.constantFrom(...NMT_YEARS)
const priority = fc.constantFrom('first' as const, 'later' as const)
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

const integer = fc.integer({ min: 0, max: 2_147_483_647 })
const place = fc.option(
  fc.record({
    list: fc.oneof(
      fc.record({ of: fc.constantFrom('filters' as const, 'all' as const, 'mine' as const) }),
      fc.record({ of: fc.constant('university' as const), universityId: integer }),
    ),
    page: integer,
  }),
)
const filterAnswer = fc.oneof(
  fc.record({ kind: fc.constantFrom(...PLAIN_FILTER_ANSWERS) }),
  fc.record({ kind: fc.constant('field' as const), field: fc.constantFrom(...CHOICE_FIELDS) }),
  fc.record({
    kind: fc.constant('toggle' as const),
    id: fc.oneof(integer.map(String), fc.constantFrom('F3', 'A4.09', '014.01')),
  }),
  fc.record({ kind: fc.constant('page' as const), page: integer }),
)
const hour = fc.integer({ min: 0, max: 23 })
const of = fc.constantFrom(...NOTIFICATION_KINDS)

const refresh = fc.boolean()
const found = fc.record({ revision: integer, page: fc.integer({ min: 0, max: 99 }) })
const list = fc.oneof(offers, found, fc.constant('plan' as const))

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ kind: fc.constant('found' as const), place: found }),
  fc.record({ kind: fc.constant('offer-chart' as const), offer, refresh }),
  fc.record({ kind: fc.constant('comparison-chart' as const), refresh }),
  fc.record({ kind: fc.constantFrom('privacy' as const, 'export-data' as const, 'ask-to-erase' as const) }),
  fc.record({ kind: fc.constant('erase' as const), askedAt: integer }),
  fc.record({ kind: fc.constant('open-days' as const), place }),
  fc.record({ kind: fc.constantFrom('open-day' as const, 'calendar' as const), openDayId: integer, place }),
  fc.record({ kind: fc.constant('attend' as const), openDayId: integer, on: fc.boolean(), place }),
  fc.record({ kind: fc.constant('watch' as const), universityId: integer, on: fc.boolean() }),
  fc.record({ kind: fc.constantFrom('open-filters' as const, 'open-notifications' as const) }),
  fc.record({ kind: fc.constant('filters' as const), revision: integer, answer: filterAnswer }),
  fc.record({ kind: fc.constant('switch-kind' as const), of, on: fc.boolean() }),
  fc.record({ kind: fc.constant('mute' as const), of }),
  fc.record({
    kind: fc.constant('quiet-hours' as const),
    hours: fc.option(fc.record({ from: hour, until: hour })),
  }),
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
  fc.record({
    kind: fc.constantFrom(
      'my-offers' as const,
      'compare' as const,
      'drop-list' as const,
      'statistics-list' as const,
    ),
    page: fc.nat(99),
  }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'swap-list' as const), offer, page: fc.nat(99) }),
  fc.record({ kind: fc.constant('statistics' as const) }),
  fc.record({ kind: fc.constant('offer-statistics' as const), offer }),
  fc.record({ kind: fc.constantFrom('grades' as const, 'add-grades' as const), from }),
  fc.record({ kind: fc.constant('fix-grades' as const), nmtYear, from }),
  fc.record({
    kind: fc.constant('answer' as const),
    revision: fc.integer({ min: 0, max: 2_147_483_647 }),
    answer,
  }),
  fc.record({ kind: fc.constant('notifications' as const), enabled: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom(
      'profile' as const,
      'priorities' as const,
      'quotas' as const,
      'ask-unlink' as const,
    ),
  }),
  fc.record({ kind: fc.constant('priority' as const), priority: fc.option(priority) }),
  fc.record({ kind: fc.constant('offer-priority' as const), priority, offer, list }),
  fc.record({
    kind: fc.constant('quota' as const),
    quota: fc.constantFrom('none' as const, 'Q1' as const, 'Q2' as const),
  }),
  fc.record({
    kind: fc.constant('link-answer' as const),
    revision: fc.integer({ min: 0, max: 2_147_483_647 }),
    confirmed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('unlink' as const), mark: fc.stringMatching(/^[0-9a-f]{8}$/) }),
  fc.record({
    kind: fc.constantFrom('ask-delete-grades' as const, 'delete-grades' as const),
    nmtYear,
  }),
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
      'od',
      'f',
      'nq',
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
    '1:od:x:0',
    '1:od:a',
    '1:od:a:-1',
    '1:od:u:0',
    '1:oc',
    '1:oc::a:0',
    '1:oa:2:5',
    '1:oa:1',
    '1:w:1',
    '1:f:1',
    '1:f:1:zz',
    '1:f:1:f:city',
    '1:f:1:t:',
    '1:f:1:t:ї',
    '1:f:1:p:-',
    '1:nk:1:z',
    '1:pe',
    '1:pe:-1',
    '1:nm:',
    '1:nq:0',
    '1:nq:o:0',
    '1:P:',
    '1:P:p',
    '1:P:o:-:vqz825:',
    '1:P:q:Q3',
    '1:P:l:1',
    '1:P:u:0b9d1e5',
    '1:P:g:2021',
  ])('knows nothing of %j', (data) => {
    expect(unpackPress(data)).toBeNull()
  })

  it('refuses what does not fit, rather than let Telegram refuse it', () => {
    const key = { offerId: 999_999_999, year: 2025 }
    const tooMany = { kind: 'offer-list' as const, list: Array.from({ length: 8 }, () => key) }
    expect(() => packPress(tooMany)).toThrow('The data of a "offer-list" button is longer than 64 bytes')
  })
})
