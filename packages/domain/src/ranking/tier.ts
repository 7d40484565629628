import type { Score } from '../score/score.ts'
import type { Application } from './application.ts'
import type { GeneralPlaces, RankedChance } from './chance-types.ts'
import { type StayPercent, stayPercentOf } from './stay-percent.ts'

/** From here on a rival counts as one who stays when the list settles in the student's favour. */
const LIKELY_TO_STAY = 50

/** Ranks of a student when nobody, the expected number, or everybody likely to leave has left. */
export type SettledRanks = Pick<RankedChance, 'pessimistic' | 'expected' | 'optimistic'>

/** `rivals`: everybody who competes with the student for general places. Equal scores go before the student but for `optimistic`. */
export function settledRanks(
  rivals: readonly Application[],
  myScore: Score,
  rates: StayPercent,
): SettledRanks {
  const notBelow = rivals.filter(({ score }) => score >= myScore)
  const percents = notBelow.reduce((sum, rival) => sum + stayPercentOf(rival, rates), 0)
  const staying = notBelow.filter(
    (rival) => rival.score > myScore && stayPercentOf(rival, rates) >= LIKELY_TO_STAY,
  )
  // Whole percents keep the sum exact; a part of a rival counts as a whole one.
  const expected = Math.ceil(percents / 100) + 1
  return {
    pessimistic: notBelow.length + 1,
    expected,
    // Rates between "likely" and "certain" must not turn the two round.
    optimistic: Math.min(staying.length + 1, expected),
  }
}

/** The tier from where the places lie. */
export function tierOf(ranks: SettledRanks, places: GeneralPlaces): Pick<RankedChance, 'tier' | 'reason'> {
  if (ranks.pessimistic <= places.worst) return { tier: 'high', reason: 'FITS_IF_NOBODY_LEAVES' }
  if (ranks.expected <= places.likely) return { tier: 'medium', reason: 'FITS_AS_EXPECTED' }
  if (ranks.optimistic <= places.best) return { tier: 'low', reason: 'FITS_IF_LIKELY_LEAVERS_LEAVE' }
  return { tier: 'very-low', reason: 'DOES_NOT_FIT' }
}
