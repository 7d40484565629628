import { formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { chanceOf } from '../my-offers/followed-offer.ts'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'
import { tierText } from '../my-offers/standing-lines.ts'

const TIERS = ['high', 'medium', 'low', 'very-low'] as const

/** How many of the offers have which chance, best first; the numbers add up to all of them. */
export function tierLines(tr: Translator, offers: readonly FollowedOffer[]): string[] {
  const chances = offers.map(chanceOf)
  const line = (name: string, count: number): string[] =>
    count === 0 ? [] : [tr.text('statistics-tier', { name, count: formatCount(tr.language, count) })]
  const ranked = TIERS.map((tier) => chances.filter((chance) => chance?.tier === tier).length)
  const contract = chances.filter((chance) => chance?.kind === 'no-budget').length
  const rest = offers.length - contract - ranked.reduce((sum, count) => sum + count, 0)
  return [
    ...TIERS.flatMap((tier, index) => line(tierText(tr, tier), ranked[index] ?? 0)),
    ...line(tr.text('my-contract-only'), contract),
    ...line(tr.text('statistics-no-chance'), rest),
  ]
}
