import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseOfferLink, recogniseOfferLinks } from './recognise-offer-link.ts'

const FRAGMENTS = [
  'http://',
  'https://',
  'www.',
  'vstup',
  '2025',
  '.edbo.gov.ua',
  'vstup.osvita.ua',
  'abit-poisk.org.ua',
  '/offer/',
  '/y2025/r14/282/',
  '1481286',
  '@',
  ':',
  '\\',
  '..',
  '%2e',
  ' ',
  '\ud800',
  '\u200b',
  'ї',
]

describe('recogniseOfferLink, for any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 15 }).map((parts) => parts.join('')),
  )

  it('never throws and gives only possible offers', () => {
    fc.assert(
      fc.property(text, (any) => {
        const links = recogniseOfferLinks(any)
        for (const link of links) {
          if (link.kind !== 'offer') continue
          expect(link.offerId).toBeGreaterThan(0)
          expect(link.offerId).toBeLessThan(1e9)
          expect(link.year === null || (link.year >= 2000 && link.year < 2100)).toBe(true)
        }
        expect(links.length > 0).toBe(recogniseOfferLink(any).kind !== 'none')
      }),
      { numRuns: 2000 },
    )
  })

  it('finds any offer of any site between any words', () => {
    const id = fc.integer({ min: 1, max: 999_999_999 })
    const words = fc.array(fc.constantFrom('Привіт', '—', 'ось', '190', '👉', '(дивись)'), { maxLength: 4 })
    const form = fc.constantFrom(
      (offerId: number) => `https://vstup2024.edbo.gov.ua/offer/${offerId}/`,
      (offerId: number) => `vstup.osvita.ua/y2024/r5/1/${offerId}`,
      (offerId: number) => `<https://abit-poisk.org.ua/rate2024/direction/${offerId}?page=2>.`,
    )
    fc.assert(
      fc.property(id, words, words, form, (offerId, before, after, write) => {
        const message = [...before, write(offerId), ...after].join(' ')
        expect(recogniseOfferLink(message)).toMatchObject({ kind: 'offer', offerId, year: 2024 })
      }),
    )
  })

  it.each([
    ['one letter', 'a'],
    ['dots', '.'],
    ['slashes', '/'],
    ['colons and digits', ':1'],
    ['schemes', 'https://'],
    ['half schemes', 'http'],
    ['users', 'a@'],
    ['noughts', '0'],
    ['hosts', 'vstup.edbo.gov.ua.'],
    ['offers', '/offer/1'],
    ['links', 'vstup.edbo.gov.ua/offer/1 '],
    ['brackets', '<('],
    ['surrogates', '\ud83d'],
  ])('takes no time over 100 kB of %s', (_name, unit) => {
    const body = unit.repeat(100_000 / unit.length)
    const start = performance.now()
    for (const hostile of [
      body,
      `https://${body}`,
      `https://vstup.edbo.gov.ua/offer/${body}!`,
      `${body}!x`,
    ]) {
      recogniseOfferLink(hostile)
    }
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
