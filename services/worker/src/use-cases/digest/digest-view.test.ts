import { describe, expect, it } from 'vitest'
import { i18n } from '../../bot/testing/test-chat.ts'
import type { OfferChange } from '../../campaigns/offer-change.ts'
import { offerChange, standing } from '../../campaigns/testing/offer-change.ts'
import { digestView } from './digest-view.ts'

const NOW = new Date('2026-07-25T05:00:00Z')

function text(changes: OfferChange[], language: 'uk' | 'en' = 'uk'): string {
  return digestView(i18n[language], changes, NOW).text.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')
}
const line = (change: Partial<OfferChange>, language: 'uk' | 'en' = 'uk'): string | undefined =>
  text([offerChange(1, change)], language).split('\n\n')[1]
const moved = (now: Partial<OfferChange['now']>): Partial<OfferChange> => ({ now: standing(now) })

describe('the digest', () => {
  it('tells what has changed, of when the numbers are, and where to go', () => {
    expect(text([offerChange(1)])).toBe(
      '📈 <b>Зміни у твоїх пропозиціях</b> · за добу\n\n' +
        '<b>ЛНУ, Інформатика:</b> місце 67–70 → <b>63–66</b>, шанс без змін\n\n' +
        '<i>Дані на 24 липня, 09:40</i>',
    )
    const { keyboard } = digestView(i18n.uk, [offerChange(1)], NOW)
    expect(keyboard?.map((row) => row.map((button) => button.text))).toEqual([
      ['Мої пропозиції'],
      ['Налаштувати сповіщення'],
    ])
  })

  it.each<[string, Partial<OfferChange>, string]>([
    [
      'chance and place',
      moved({ rankBest: 90, rankWorst: 92, tier: 'low' }),
      'шанс 🟢 високий → <b>🔶 низький</b>\nМісце 67–70 → <b>90–92</b>',
    ],
    ['the chance alone', moved({ tier: 'medium' }), 'шанс 🟢 високий → <b>🟦 середній</b>'],
    [
      'no places',
      moved({ rankBest: null, rankWorst: null, tier: 'none' }),
      'шанс 🟢 високий → <b>⚪️ лише контракт</b>\nМісце поки невідоме',
    ],
    ['no list', moved({ rankBest: null, rankWorst: null, tier: null }), 'місце поки невідоме'],
    [
      'the first list',
      { before: standing({ rankBest: null, rankWorst: null, tier: null }) },
      'шанс <b>🟢 високий</b>\nТепер є місце: <b>67–70</b>',
    ],
    [
      'the cut-off',
      { told: ['cutoff'], now: standing({ cutoff: 171_204 }) },
      'на бюджет — від <b>171,204</b>',
    ],
    [
      'another cut-off',
      { told: ['cutoff'], before: standing({ cutoff: 170_100 }), now: standing({ cutoff: 171_204 }) },
      'на бюджет — від <b>171,204</b>, було від 170,100',
    ],
    ['without grades', { told: ['applied'], now: standing({ applied: 1_489 }) }, 'заяв 477 → <b>1 489</b>'],
    [
      'place and cut-off',
      { told: ['standing', 'cutoff'], now: standing({ rankBest: 63, rankWorst: 66, cutoff: 171_204 }) },
      'місце 67–70 → <b>63–66</b>, шанс без змін\nНа бюджет — від <b>171,204</b>',
    ],
  ])('%s', (_name, change, expected) => {
    const whole: Partial<OfferChange> =
      change.before !== undefined && change.now === undefined ? { ...change, now: standing() } : change
    expect(line(whole)).toBe(`<b>ЛНУ, Інформатика:</b> ${expected}`)
  })

  it('names what is invented, once for all offers', () => {
    const [first, second] = [
      offerChange(1, { modelled: ['offer-modelled-places'] }),
      offerChange(2, { modelled: ['offer-modelled-places', 'offer-modelled-history'] }),
    ]
    expect(text([first, second]).split('\n').at(-1)).toBe(
      '<i>Демонстраційні дані: місця та межу минулого вступу змодельовано.</i>',
    )
  })

  it('is as short in English', () => {
    expect(line({}, 'en')).toBe('<b>LNU, Informatics:</b> rank 67–70 → <b>63–66</b>, same chance')
    expect(line(moved({ tier: 'low' }), 'en')).toBe('<b>LNU, Informatics:</b> chance 🟢 high → <b>🔶 low</b>')
  })

  it('says nothing of anybody in the line a locked screen shows', () => {
    for (const language of ['uk', 'en'] as const)
      expect(text([offerChange(1)], language).split('\n')[0]).not.toMatch(/\d|ЛНУ|LNU|високий|high/)
  })

  it.each([
    [11, 'Зміни є ще в 1 пропозиції.'],
    [12, 'Зміни є ще в 2 пропозиціях.'],
    [31, 'Зміни є ще в 21 пропозиції.'],
  ])('of %i offers shows ten and counts the rest', (count, more) => {
    const changes = Array.from({ length: count }, (_, index) => offerChange(index + 1))
    expect(text(changes)).toContain(more)
    expect(text(changes).match(/№ /g)).toHaveLength(10)
  })

  it('fits into one message, whatever names are made of', () => {
    const name = '&'.repeat(200)
    const names = { programme: { uk: name, en: null }, university: { uk: name, en: null } }
    const changes = Array.from({ length: 10 }, (_, index) => offerChange(index + 1, names))
    expect(digestView(i18n.uk, changes, NOW).text.length).toBeLessThanOrEqual(4_096)
  })
})
