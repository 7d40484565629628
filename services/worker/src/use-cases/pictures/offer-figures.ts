import type { Applicant, OfferDetails } from '@abitly/database'
import { admissionChance, isActiveStatus, lastPlace, scoreLine, shareBelow } from '@abitly/domain'
import type { BudgetPlaces, GeneralPlaces, LastPlace, RankRange } from '@abitly/domain'
import { budgetPlaces, contractPlaces, hasBudget } from '../offer/budget-places.ts'
import type { Verdict } from '../offer/judge-offer.ts'

export type Funding = Applicant['funding']

/** The numbers a chart of an offer shows, and its caption says. Scores in thousandths. */
export interface OfferFigures {
  funding: Funding
  /** Who competes on the general line, best first. */
  scores: readonly number[]
  /** Who competes apart: within quotas, by interview. */
  apart: number
  /** Applications that take no part any more: withdrawn, refused, deactivated. */
  out: number
  /** Null: there are none, or nobody knows how many. */
  places: PlacesFigure | null
  lastYear: number | null
  /** My scores, the higher first; none: without grades, or not admitted. */
  mine: OwnFigure[]
}

export interface PlacesFigure {
  /** Those whose end is drawn: without what quotas take. */
  count: number
  /** Whether quotas take any of the places. */
  quotas: 'some' | 'none'
  /** Quota places among them that nobody in the list claims. */
  unclaimed: number
  ceiling: boolean
  last: LastPlace
}

export interface OwnFigure {
  /** Which priorities it holds for; 'any': all. */
  priority: 'any' | 'first' | 'later'
  score: number
  /** Null where there is no rank: the paid places. */
  rank: RankRange | null
  /** Whole percent of the applications that are lower; 0 only where none is, and then not worth a word. */
  higherThan: number
}

/** Reads an offer as its chart: the state-funded competition, or the paid one where there is no other. */
export function offerFigures(
  offer: OfferDetails,
  applicants: readonly Applicant[],
  verdict: Verdict,
): OfferFigures {
  const funding: Funding = hasBudget(offer) ? 'budget' : 'contract'
  const { scores, apart } = scoreLine(applicants, funding)
  const out = applicants.filter((one) => one.funding === funding && !isActiveStatus(one.status)).length
  const history = offer.lastYear
  const lastYear = funding === 'budget' ? history?.minEnrolledBudget : history?.minEnrolledContract
  const mine = ownFigures(verdict, funding)
  return {
    ...{ funding, scores, apart, out, lastYear: lastYear ?? null },
    places: funding === 'budget' ? budgetFigures(offer, applicants) : contractFigures(offer, scores),
    mine: mine.map((own) => ({ ...own, higherThan: shareBelow(scores, own.score)?.percent ?? 0 })),
  }
}

function budgetFigures(offer: OfferDetails, applicants: readonly Applicant[]): OfferFigures['places'] {
  const places = budgetPlaces(offer)
  const last = places === null ? null : lastPlace(applicants, places)
  const general = places === null ? null : generalPlaces(applicants, places)
  if (general === null || last === null) return null
  const { max, likely, worst, ceiling } = general
  return { count: likely, quotas: likely < max ? 'some' : 'none', unclaimed: likely - worst, ceiling, last }
}

/** They are the same whatever the score. */
function generalPlaces(applications: readonly Applicant[], places: BudgetPlaces): GeneralPlaces | null {
  return admissionChance({ applications, myScore: 0, places, minimum: null, lastYear: null }).places
}

function contractFigures(offer: OfferDetails, scores: readonly number[]): OfferFigures['places'] {
  const count = contractPlaces(offer) ?? 0
  if (count === 0) return null
  const score = scores[count - 1]
  const last: LastPlace = score === undefined ? { kind: 'beyond-all' } : { kind: 'at', score }
  return { count, quotas: 'none', unclaimed: 0, ceiling: false, last }
}

type Own = Omit<OwnFigure, 'higherThan'>

function ownFigures(verdict: Verdict, funding: Funding): Own[] {
  if (verdict.kind !== 'scored') return []
  const { score } = verdict
  if (funding === 'contract') {
    // The branch multiplier is for state-funded places.
    const minimum = score.gkMatters ? score.laterBelowMinimum : score.belowMinimum
    return minimum?.contract === true ? [] : [{ priority: 'any', score: score.later, rank: null }]
  }
  const rankOf = (chance: typeof verdict.first): RankRange | null =>
    chance?.kind === 'ranked' ? chance.rank : null
  const first: Own = {
    ...{ priority: score.gkMatters ? 'first' : 'any', score: score.first, rank: rankOf(verdict.first) },
  }
  const later: Own = { priority: 'later', score: score.later, rank: rankOf(verdict.later) }
  return [
    ...(score.belowMinimum === null ? [first] : []),
    ...(score.gkMatters && score.laterBelowMinimum === null ? [later] : []),
  ]
}
