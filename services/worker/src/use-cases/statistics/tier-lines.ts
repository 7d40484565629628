import { formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { chanceOf } from '../my-offers/followed-offer.ts'
import type { FollowedOffer } from '../my-offers/followed-offer.ts'
import { tierText } from '../my-offers/standing-lines.ts'

const TIERS = ['high', 'medium', 'low', 'very-low'] as const
const OUTCOMES = [...TIERS, 'not-admitted', 'no-budget', 'not-judged'] as const
type Outcome = (typeof OUTCOMES)[number]

/** How many of the offers have which chance, best first; the numbers add up to all of them. */
export function tierLines(tr: Translator, offers: readonly FollowedOffer[]): string[] {
  const outcomes = offers.map(outcomeOf)
  return OUTCOMES.flatMap((outcome) => {
    const count = outcomes.filter((one) => one === outcome).length
    if (count === 0) return []
    return [tr.text('statistics-tier', { name: nameOf(tr, outcome), count: formatCount(tr.language, count) })]
  })
}

function outcomeOf(followed: FollowedOffer): Outcome {
  const { verdict } = followed
  const chance = chanceOf(followed)
  if (chance?.kind === 'ranked') return chance.tier
  if (chance?.kind === 'no-budget') return 'no-budget'
  const isRefused = verdict.kind === 'refused' && verdict.refusal.reason === 'SUBJECT_BELOW_MINIMUM'
  const isBelow = verdict.kind === 'scored' && verdict.score.belowMinimum !== null
  return isRefused || isBelow ? 'not-admitted' : 'not-judged'
}

function nameOf(tr: Translator, outcome: Outcome): string {
  switch (outcome) {
    case 'not-admitted':
      return tr.text('statistics-not-admitted')
    case 'no-budget':
      return tr.text('my-contract-only')
    case 'not-judged':
      return tr.text('statistics-no-chance')
    case 'high':
    case 'medium':
    case 'low':
    case 'very-low':
      return tierText(tr, outcome)
  }
}
