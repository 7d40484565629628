import { describe, expect, it } from 'vitest'
import { recogniseOfferLink, recogniseOfferLinks } from './recognise-offer-link.ts'

const offer = (site: string, year: number | null, offerId = 1481286) => ({
  kind: 'offer',
  site,
  year,
  offerId,
})

describe('recogniseOfferLink, the forms of the three sites', () => {
  it.each([
    ['https://vstup.edbo.gov.ua/offer/1481286/', offer('edbo', null)],
    ['http://vstup.edbo.gov.ua/offer/1481286', offer('edbo', null)],
    ['https://vstup2025.edbo.gov.ua/offer/1481286', offer('edbo', 2025)],
    ['https://vstup.osvita.ua/y2025/r14/282/1481286/', offer('osvita', 2025)],
    ['https://vstup.osvita.ua/y2025/r27/41/1471393/', offer('osvita', 2025, 1471393)],
    ['https://vstup.osvita.ua/r14/282/1481286/', offer('osvita', null)],
    ['https://vstup.osvita.ua/y2025/r014/282/1481286', offer('osvita', 2025)],
    ['https://abit-poisk.org.ua/rate2025/direction/1481286', offer('abit-poisk', 2025)],
    ['https://abit-poisk.org.ua/rate2025/direction/1481286?page=3', offer('abit-poisk', 2025)],
  ])('%s', (text, expected) => {
    expect(recogniseOfferLink(text)).toEqual(expected)
  })

  it.each([
    'vstup.osvita.ua/y2025/r14/282/1481286/',
    '//vstup.osvita.ua/y2025/r14/282/1481286/',
    'www.vstup.osvita.ua/y2025/r14/282/1481286',
    'https://www.vstup.osvita.ua/y2025/r14/282/1481286/',
    'HTTPS://VSTUP.OSVITA.UA/Y2025/R14/282/1481286/',
    'https://vstup.osvita.ua:443/y2025/r14/282/1481286/',
    'https://vstup.osvita.ua/y2025/r14/282/1481286/?utm=a/b&x=1#list',
    'https://vstup.osvita.ua/y2025/r14/282/1481286#top',
    'https://vstup.osvita.ua/y2025//r14/282/1481286//',
    '<https://vstup.osvita.ua/y2025/r14/282/1481286/>',
    '(https://vstup.osvita.ua/y2025/r14/282/1481286/).',
    '«vstup.osvita.ua/y2025/r14/282/1481286/»!',
    '[тут](https://vstup.osvita.ua/y2025/r14/282/1481286/)',
    '*https://vstup.osvita.ua/y2025/r14/282/1481286/*',
    '👉https://vstup.osvita.ua/y2025/r14/282/1481286/',
    '👉 vstup.osvita.ua/y2025/r14/282/1481286/',
    'посилання:https://vstup.osvita.ua/y2025/r14/282/1481286/',
    'Привіт! Ось\nhttps://vstup.osvita.ua/y2025/r14/282/1481286/, що скажеш?',
    'Яка тут межа: vstup.osvita.ua/y2025/r14/282/1481286?',
    '\u2066https://vstup.osvita.ua/y2025/r14/282/1481286/\u2069',
    'https://vstup.osvita.ua/y2025/r14/282/1481286\u00a0— оце',
  ])('reads %j', (text) => {
    expect(recogniseOfferLink(text)).toEqual(offer('osvita', 2025))
  })
})

describe('recogniseOfferLink, pages that are no offer', () => {
  it.each([
    ['https://vstup.osvita.ua/y2025/r14/282/', 'osvita'],
    ['https://vstup.osvita.ua/r14/282', 'osvita'],
    ['https://vstup.osvita.ua/spec/1-40-1/0-161-1201/', 'osvita'],
    ['https://vstup.osvita.ua/', 'osvita'],
    ['vstup.edbo.gov.ua', 'edbo'],
    ['https://vstup.edbo.gov.ua/offers/?university=282', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/', 'edbo'],
    ['https://abit-poisk.org.ua/rate2025/univer/282', 'abit-poisk'],
    ['https://abit-poisk.org.ua/direction/1481286', 'abit-poisk'],
    ['https://vstup.edbo.gov.ua/offer/0', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/000000000', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/1234567890', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/0001481286', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/99999999999999999999999', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/-1481286', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/1481286abc', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/148.1286', 'edbo'],
    ['https://vstup.edbo.gov.ua/offer/١٤٨١٢٨٦', 'edbo'],
    ['https://vstup.edbo.gov.ua/?next=/offer/1481286', 'edbo'],
    ['https://vstup.edbo.gov.ua/#/offer/1481286', 'edbo'],
    ['https://vstup.osvita.ua/y25/r14/282/1481286/', 'osvita'],
    ['https://vstup.osvita.ua/y2025/rx/282/1481286/', 'osvita'],
  ])('%s', (text, site) => {
    expect(recogniseOfferLink(text)).toEqual({ kind: 'listing', site })
  })
})

describe('recogniseOfferLink, look-alikes', () => {
  it.each([
    ['https://vstup.edbo.gov.ua.evil.com/offer/1481286', 'vstup.edbo.gov.ua.evil.com'],
    ['https://evilvstup.edbo.gov.ua/offer/1481286', 'evilvstup.edbo.gov.ua'],
    ['evilvstup.edbo.gov.ua/offer/1481286', 'evilvstup.edbo.gov.ua'],
    ['https://vstup.edbo.gov.ua@evil.com/offer/1481286', 'evil.com'],
    ['https://vstup.edbo.gov.ua:443@evil.com/offer/1481286', 'evil.com'],
    ['https://evil.com@vstup.edbo.gov.ua/offer/1481286', 'vstup.edbo.gov.ua'],
    ['https://evil.com\\@vstup.edbo.gov.ua/offer/1481286', 'evil.com'],
    ['https://evil.com/vstup.edbo.gov.ua/offer/1481286', 'evil.com'],
    ['https://evil.com/?u=https://vstup.edbo.gov.ua/offer/1481286', 'evil.com'],
    ['evil.com?u=https://vstup.edbo.gov.ua/offer/1481286', 'evil.com'],
    ['https://evil.com#vstup.edbo.gov.ua/offer/1481286', 'evil.com'],
    ['https://vstup.edbo.gov.ua:8080/offer/1481286', 'vstup.edbo.gov.ua:8080'],
    ['https://vstup.edbo.gov.ua./offer/1481286', 'vstup.edbo.gov.ua.'],
    ['https://vstup-edbo.gov.ua/offer/1481286', 'vstup-edbo.gov.ua'],
    ['https://vstup2025-edbo.gov.ua/offer/1481286', 'vstup2025-edbo.gov.ua'],
    ['https://vstup1025.edbo.gov.ua/offer/1481286', 'vstup1025.edbo.gov.ua'],
    ['https://vstup20255.edbo.gov.ua/offer/1481286', 'vstup20255.edbo.gov.ua'],
    ['https://vstup.edbo.gov%2eua/offer/1481286', 'vstup.edbo.gov%2eua'],
    ['https://xn--vstup-3ve.edbo.gov.ua/offer/1481286', 'xn--vstup-3ve.edbo.gov.ua'],
    ['https://osvita.ua/y2025/r14/282/1481286/', 'osvita.ua'],
    ['https://vstup.osvita.ua.co/y2025/r14/282/1481286/', 'vstup.osvita.ua.co'],
    ['abit-poisk.org.ua.example/rate2025/direction/1481286', 'abit-poisk.org.ua.example'],
  ])('%s', (text, host) => {
    expect(recogniseOfferLink(text)).toEqual({ kind: 'foreign-site', host })
  })

  it.each([
    ['a Cyrillic letter', 'https://vstup.edbo.gov.u\u0430/offer/1481286'],
    ['a Cyrillic letter without scheme', 'vstup.\u0435dbo.gov.ua/offer/1481286'],
    ['a Cyrillic prefix', '\u0430vstup.edbo.gov.ua/offer/1481286'],
    [
      'the Kelvin sign, whose lower case is an ordinary k',
      'https://abit-pois\u212a.org.ua/rate2025/direction/1481286',
    ],
    ['full-width letters', 'https://\uff56stup.edbo.gov.ua/offer/1481286'],
    ['an ideographic full stop', 'https://vstup\u3002edbo.gov.ua/offer/1481286'],
  ])('with %s', (_name, text) => {
    expect(recogniseOfferLink(text).kind).toBe('foreign-site')
  })
})

describe('recogniseOfferLink, other texts', () => {
  it.each([
    ['https://www.google.com/search?q=x', 'google.com'],
    ['lnu.edu.ua', 'lnu.edu.ua'],
    ['дивись youtube.com/watch', 'youtube.com'],
    ['http://localhost:3000/offer/1', 'localhost:3000'],
    ['some.site/page', 'some.site'],
  ])('%s is another site', (text, host) => {
    expect(recogniseOfferLink(text)).toEqual({ kind: 'foreign-site', host })
  })

  it.each([
    '',
    ' ',
    'Привіт',
    '190 170 185',
    '183.571',
    '1481286',
    'т.д. і/або 3.5/4',
    'e.g. this',
    'name@gmail.com',
    'vstup.edbo.gov.ua@evil.com/offer/1481286',
    '/start',
    '/offer/1481286',
    'https://',
    'http:// vstup',
    'ftp://vstup.edbo.gov.ua/offer/1481286',
    'javascript:alert(1)',
    'tg://resolve?domain=x',
    '...',
    '@abitly',
    '\ud800',
  ])('%j holds no link', (text) => {
    expect(recogniseOfferLink(text)).toEqual({ kind: 'none' })
  })

  it('prefers an offer to a list, and a list to another site', () => {
    const [foreign, listing, good] = [
      'google.com',
      'vstup.osvita.ua/y2025/r14/282',
      'vstup.edbo.gov.ua/offer/7',
    ]
    expect(recogniseOfferLink(`${foreign} ${listing} ${good}`)).toEqual(offer('edbo', null, 7))
    expect(recogniseOfferLink(`${foreign} ${listing}`)).toEqual({ kind: 'listing', site: 'osvita' })
  })
})

describe('recogniseOfferLinks', () => {
  it('finds every link in the order of the text', () => {
    const text = 'vstup.edbo.gov.ua/offer/2, https://google.com; vstup.osvita.ua/y2025/r14/282/1/'
    expect(recogniseOfferLinks(text)).toEqual([
      offer('edbo', null, 2),
      { kind: 'foreign-site', host: 'google.com' },
      offer('osvita', 2025, 1),
    ])
  })

  it('counts the same offer once, with the year that any of its links tells', () => {
    const text =
      'vstup.edbo.gov.ua/offer/5 https://vstup.osvita.ua/y2025/r1/2/5 abit-poisk.org.ua/rate2025/direction/5'
    expect(recogniseOfferLinks(text)).toEqual([offer('osvita', 2025, 5)])
  })

  it('keeps five offers, whatever else the text holds', () => {
    const sites = Array.from({ length: 9 }, (_, index) => `site${index}.com`)
    const offers = Array.from({ length: 9 }, (_, index) => `vstup.edbo.gov.ua/offer/${index + 1}`)
    const links = recogniseOfferLinks([...sites, ...offers].join(' '))
    expect(links.flatMap((link) => (link.kind === 'offer' ? [link.offerId] : []))).toEqual([1, 2, 3, 4, 5])
    expect(links).toHaveLength(10)
  })

  it('is empty for a text without links', () => {
    expect(recogniseOfferLinks('Привіт')).toEqual([])
  })
})
