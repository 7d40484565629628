import type { ScoreSample } from './catalogue-schema.ts'
import type { Random } from './random.ts'
import { pick, pickWeighted } from './random.ts'

/** What is known of an offer, to invent its list of applications from. Scores in thousandths. */
export interface ListBrief {
  /** Applications in all, exactly. */
  size: number
  /** Share of them that ask for a state-funded place. */
  budgetShare: number
  budgetPlaces: number
  contractPlaces: number
  /** Mean score of those who win a state-funded place. */
  budgetMean: number
  /** Mean score of the applications for a paid place. */
  contractMean: number
}

/** An invented application. */
export interface GeneratedApplication {
  score: number
  priority: number
  status: number
  quota: 'Q1' | 'Q2' | null
  interview: boolean
  funding: 'budget' | 'contract'
}

/** An invented list and where it would be cut. */
export interface GeneratedList {
  applications: GeneratedApplication[]
  /** Lowest score that wins a place; null when nobody does. */
  minBudget: number | null
  minContract: number | null
}

interface Draft extends Omit<GeneratedApplication, 'score'> {
  /** Distance from the mean, in thousandths. */
  deviation: number
  /** Does not win an offer of higher priority. */
  stays: boolean
}

/** EDBO ids: admitted, registered, cancelled, refused, deactivated. */
const STATUSES = new Map([
  [6, 88],
  [5, 2],
  [3, 3],
  [7, 3],
  [16, 4],
])
const INACTIVE = new Set([3, 7, 16])
/** One line of up to 15 priorities, as in 2025; most applicants use few. */
const PRIORITIES = new Map(
  [28, 17, 13, 10, 8, 5, 4, 3.5, 3, 2.5, 2, 1.5, 1, 0.8, 0.7].map((weight, index) => [index + 1, weight]),
)
/** Chance that an applicant wins something they want more, by priority; the last value holds from there on. */
const LEAVES = [0, 0.3, 0.4, 0.5]
/** One offer attracts people more alike than the whole competition of the sample. */
const SPREAD = 0.7
/** State-funded places are for scores from 130. */
const BUDGET_MINIMUM = 130_000

/**
 * Invents the list of an offer: scores as they are spread in a real competition, moved so that the winners' mean
 * is the published one.
 */
export function generateList(brief: ListBrief, sample: ScoreSample, random: Random): GeneratedList {
  const drafts = Array.from({ length: brief.size }, () => draft(brief.budgetShare, sample, random))
  const winners = drafts
    .filter((one) => one.funding === 'budget' && competes(one))
    .sort((a, b) => b.deviation - a.deviation)
    .slice(0, brief.budgetPlaces)
  const base = { budget: brief.budgetMean - mean(winners), contract: brief.contractMean }
  const scored = drafts.map((one) => ({ draft: one, application: score(one, base[one.funding]) }))
  const lowest = (won: (draft: Draft) => boolean, places: number): number | null =>
    cut(
      scored.flatMap((one) => (won(one.draft) ? [one.application.score] : [])),
      places,
    )
  const won = new Set(winners)
  return {
    applications: scored.map(({ application }) => application),
    minBudget: lowest((one) => won.has(one), brief.budgetPlaces),
    minContract: lowest((one) => one.funding === 'contract' && competes(one), brief.contractPlaces),
  }
}

function draft(budgetShare: number, sample: ScoreSample, random: Random): Draft {
  const group = pickWeighted(random, sample.sizes)
  const priority = pickWeighted(random, PRIORITIES)
  return {
    deviation: (pick(random, sample.scores[group]) - sample.mean) * SPREAD + (random() - 0.5) * 1_000,
    priority,
    status: pickWeighted(random, STATUSES),
    quota: group === 'Q1' || group === 'Q2' ? group : null,
    interview: group === 'interview',
    funding: random() < budgetShare ? 'budget' : 'contract',
    stays: random() >= (LEAVES[Math.min(priority, LEAVES.length) - 1] ?? 0),
  }
}

function score(draft: Draft, base: number): GeneratedApplication {
  const { priority, status, quota, interview } = draft
  const points = Math.round(Math.max(100_000, belowTwoHundred(base + draft.deviation)))
  const eligible = draft.funding === 'budget' && points >= BUDGET_MINIMUM
  return { score: points, priority, status, quota, interview, funding: eligible ? 'budget' : 'contract' }
}

/** Bends what would pass 200 points, so that the best are not all equal. */
function belowTwoHundred(points: number): number {
  const knee = 190_000
  const room = 200_000 - knee
  return points <= knee ? points : knee + room * Math.tanh((points - knee) / room)
}

/** The lowest score that still gets one of the places. */
function cut(scores: number[], places: number): number | null {
  return (
    scores
      .sort((a, b) => b - a)
      .slice(0, places)
      .at(-1) ?? null
  )
}

function competes({ stays, status }: Draft): boolean {
  return stays && !INACTIVE.has(status)
}

function mean(drafts: Draft[]): number {
  return drafts.reduce((sum, one) => sum + one.deviation, 0) / Math.max(1, drafts.length)
}
