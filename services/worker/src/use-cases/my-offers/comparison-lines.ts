import type { OfferDetails } from '@abitly/database'
import type { Chance, RankedChance } from '@abitly/domain'
import { counted, formatMargin, formatMultiplier, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { contractPlaces } from '../offer/budget-places.ts'
import { rankText } from '../offer/chance-lines.ts'
import type { Verdict } from '../offer/judge-offer.ts'
import { pastYear } from '../offer/past-year.ts'
import { refusalLine } from '../offer/refusal-lines.ts'
import type { FollowedOffer } from './followed-offer.ts'
import { tierText, unrankedText } from './standing-lines.ts'

type Scored = Extract<Verdict, { kind: 'scored' }>

/** One offer of a comparison: chance with place and places, score, last year. */
export function comparisonLines(tr: Translator, { offer, verdict }: FollowedOffer, now: Date): string[] {
  if (verdict.kind === 'no-grades') return [tr.text('compare-no-grades')]
  if (verdict.kind === 'refused') return [refusalLine(tr, verdict.refusal, verdict.nmtYear)]
  return [
    chanceLine(tr, offer, verdict),
    scoreLine(tr, verdict),
    ...laterLine(tr, verdict),
    ...pastLine(tr, offer, verdict.first, now),
  ]
}

function chanceLine(tr: Translator, offer: OfferDetails, verdict: Scored): string {
  const { first } = verdict
  if (first?.kind === 'ranked') return rankedLine(tr, first)
  const contract = first?.kind === 'no-budget' ? contractPlaces(offer) : null
  const reason = unrankedText(tr, offer, verdict, first)
  return contract === null
    ? reason
    : `${reason}: ${tr.text('compare-places-exact', counted(tr, 'places', contract))}`
}

/** «🟢 високий: місце 4–5, до 30 місць» */
function rankedLine(tr: Translator, chance: RankedChance): string {
  const { places, tier } = chance
  const count = counted(tr, 'places', places.max)
  return tr.text('compare-chance', {
    tier: tierText(tr, tier),
    rank: rankText(tr, chance),
    places: tr.text(places.ceiling ? 'compare-places-ceiling' : 'compare-places-exact', count),
  })
}

/** «Бал 196,421 (РК 1,07)»: what is multiplied by one is not told. */
function scoreLine(tr: Translator, { score }: Scored): string {
  const shown = formatScore(tr.language, score.first)
  const rk = formatMultiplier(tr.language, score.parts.rk)
  const notes = [
    ...(Number(score.parts.rk) === 1 ? [] : [tr.text('compare-rk', { rk })]),
    ...(score.gkMatters ? [tr.text('compare-first')] : []),
  ]
  if (notes.length === 0) return tr.text('compare-score', { score: shown })
  return tr.text('compare-score-notes', { score: shown, notes: notes.join(', ') })
}

function laterLine(tr: Translator, { score, later }: Scored): string[] {
  if (!score.gkMatters) return []
  const shown = formatScore(tr.language, score.later)
  if (later?.kind !== 'ranked') return [tr.text('my-later', { score: shown })]
  return [
    tr.text('my-later-rank', { score: shown, rank: rankText(tr, later), tier: tierText(tr, later.tier) }),
  ]
}

/** The lowest score that got a state-funded place, and how far the student is from it. */
function pastLine(tr: Translator, offer: OfferDetails, chance: Chance | null, now: Date): string[] {
  if (chance?.kind === 'no-budget') return []
  const { margin } = chance ?? { margin: null }
  if (margin === null || offer.lastYear === null) return [tr.text('compare-no-history')]
  const args = { score: formatScore(tr.language, margin.lastYear), ...pastYear(offer, offer.lastYear, now) }
  return [
    margin.points < 0
      ? tr.text('compare-past-lacking', { ...args, points: formatScore(tr.language, -margin.points) })
      : tr.text('compare-past-margin', { ...args, margin: formatMargin(tr.language, margin.points) }),
  ]
}
