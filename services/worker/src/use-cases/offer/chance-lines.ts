import type { OfferDetails } from '@abitly/database'
import type { Chance, RankedChance } from '@abitly/domain'
import { counted, formatCount, formatRange, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { contractPlaces } from './budget-places.ts'
import { pastYear } from './past-year.ts'

/** Rank and chance of a score that is the same on every priority. */
export function chanceLines(tr: Translator, offer: OfferDetails, chance: Chance | null, now: Date): string[] {
  if (chance?.kind !== 'ranked') return []
  return [
    tr.text('offer-rank', { rank: rankText(tr, chance), of: formatCount(tr.language, chance.rank.of) }),
    ...settledLine(tr, chance),
    chance.tier === 'very-low'
      ? veryLowLine(tr, offer, chance, now)
      : tr.text('offer-chance', { tier: chance.tier }),
  ]
}

/** «63–66»: equal scores share places. */
export function rankText(tr: Translator, { rank }: RankedChance): string {
  return formatRange(tr.language, rank.best, rank.worst)
}

/** Where it is decided by who leaves, the rank to expect is shown as well, unless it is the same. */
function settledLine(tr: Translator, chance: RankedChance): string[] {
  const { tier, afterLeavers } = chance
  if (tier !== 'medium' && tier !== 'low') return []
  const rank = formatRange(tr.language, afterLeavers.best, afterLeavers.worst)
  if (rank === rankText(tr, chance)) return []
  return [tr.text('offer-rank-settled', { rank })]
}

/** Every "no" names what is possible instead: here the paid places. */
function veryLowLine(tr: Translator, offer: OfferDetails, { margin }: RankedChance, now: Date): string {
  const lacking = margin !== null && margin.points < 0 ? -margin.points : null
  const verdict =
    lacking === null || offer.lastYear === null
      ? tr.text('offer-very-low')
      : tr.text('offer-very-low-lacking', {
          points: formatScore(tr.language, lacking),
          ...pastYear(offer, offer.lastYear, now),
        })
  const contract = contractPlaces(offer)
  if (contract === null || contract === 0) return verdict
  return `${verdict} ${tr.text('offer-contract-instead', counted(tr, 'places', contract))}`
}
