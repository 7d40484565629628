import { campaignOf } from '../admission/campaign.ts'
import { branchMultiplier } from '../admission/special-support.ts'
import { ELECTIVE_SUBJECTS } from '../admission/subjects.ts'
import { competitiveScore, type ScoreInput } from './competitive-score.ts'
import { decimal, isLess } from './fraction.ts'
import { MIN_GRADE } from './grade.ts'
import type {
  BelowMinimum,
  MinimumScores,
  OfferRules,
  OfferScore,
  OfferScoreInput,
  Scored,
  ScoreRefusal,
} from './offer-score-types.ts'
import { type SubjectSet, subjectSets } from './offer-terms.ts'
import { scoreParts } from './score-parts.ts'
import type { Score } from './score.ts'

/**
 * The score of a student for an offer, with the elective that gives the most, or why there is none.
 * @throws RangeError when the offer's own numbers are broken (a weight or multiplier that is no decimal)
 */
export function offerScore(input: OfferScoreInput): OfferScore {
  const tooOld = refusalOfYear(input)
  if (tooOld !== null) return tooOld
  const found = subjectSets(input)
  if (found.kind === 'refused') return found
  const refusal = refusalOfCreative(input)
  if (refusal !== null) return refusal
  return found.sets.map((set) => scored(input, set)).reduce((a, b) => (b.later > a.later ? b : a))
}

/** Newer grades than the campaign's are welcome: they answer "what if I had applied last year". */
function refusalOfYear({ nmtYear, offer }: OfferScoreInput): ScoreRefusal | null {
  const oldest = campaignOf(offer.year)?.oldestNmtYear
  if (oldest === undefined || nmtYear >= oldest) return null
  return { kind: 'refused', reason: 'NMT_YEAR_NOT_ACCEPTED', oldest }
}

function refusalOfCreative({ offer, creativeGrade }: OfferScoreInput): ScoreRefusal | null {
  if (offer.creative === null) return null
  if (creativeGrade === undefined || creativeGrade === null) {
    return { kind: 'refused', reason: 'CREATIVE_MISSING' }
  }
  return creativeGrade < MIN_GRADE ? { kind: 'refused', reason: 'CREATIVE_NOT_PASSED' } : null
}

function scored(input: OfferScoreInput, set: SubjectSet): Scored {
  const { specialSupport, minScore } = input.offer
  const forFirst = formulaInput(input, set, branchMultiplier(specialSupport, 1))
  const first = competitiveScore(forFirst)
  const later = competitiveScore(formulaInput(input, set, branchMultiplier(specialSupport, 3)))
  return {
    kind: 'scored',
    first,
    later,
    gkMatters: first !== later,
    elective: set.elective,
    parts: scoreParts(forFirst),
    belowMinimum: belowMinimum(first, minScore),
    laterBelowMinimum: belowMinimum(later, minScore),
  }
}

function formulaInput(input: OfferScoreInput, { subjects }: SubjectSet, gk: string): ScoreInput {
  const { nmtYear, offer, creativeGrade } = input
  const creative = offer.creative === null ? null : { grade: creativeGrade ?? 0, k: offer.creative.k }
  const ou = offer.specialSupport ? offer.ou : '0'
  return { nmtYear, subjects, k4max: heaviestElective(offer), creative, ou, rk: offer.rk, gk }
}

/** The larger of the offer's stated `k4max` and the heaviest elective of its table. */
function heaviestElective({ weights, k4max }: OfferRules): string {
  const electives = ELECTIVE_SUBJECTS(2025).flatMap((subject) => weights[subject]?.k ?? [])
  return [...electives, k4max ?? '0'].reduce((heaviest, k) =>
    isLess(decimal(heaviest, 'weight of an elective'), decimal(k, 'weight of an elective')) ? k : heaviest,
  )
}

function belowMinimum(score: Score, { budget, contract }: MinimumScores): BelowMinimum | null {
  const below = { budget: score < budget, contract: contract !== null && score < contract }
  if (below.budget) return { ...below, minimum: budget }
  return below.contract && contract !== null ? { ...below, minimum: contract } : null
}
