import type { Applicant, OfferDetails } from '@abitly/database'
import { MAX_SCORE } from '@abitly/domain'
import type { Chance, RankedChance, Scored, ScoreParts } from '@abitly/domain'
import { counted, displayName, formatCount, formatMultiplier, formatScore, formatWeight } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { contractPlaces, hasBudget } from './budget-places.ts'
import type { Verdict } from './judge-offer.ts'
import { rankedLines } from './ranked-lines.ts'
import { resultAt, soleResult } from './shown-result.ts'

/** For who wants to check: the formula with the student's numbers, and what the chance rests on. */
export function explanationLines(
  tr: Translator,
  offer: OfferDetails,
  applicants: readonly Applicant[],
  verdict: Verdict,
): string[] {
  if (verdict.kind !== 'scored') return []
  const sole = soleResult(verdict)
  const { chance, minimum } = sole ?? resultAt(verdict, 'first')
  const reasons = minimum === null ? reasonLines(tr, chance, sole === null ? verdict.later : null) : []
  const last = [...reasons.slice(-1), ...contractSentence(tr, offer)].join(' ')
  const ranked = minimum === null ? rankedLines(tr, chance, applicants) : []
  const lines = [howLine(tr, offer, verdict.score), ...ranked, ...reasons.slice(0, -1), last]
  return lines.filter((line) => line !== '')
}

function howLine(tr: Translator, offer: OfferDetails, { parts, first, later }: Scored): string {
  const terms = parts.terms.map(({ grade, k }) => `${grade}×${formatWeight(tr.language, k)}`)
  const args = {
    terms: terms.join(' + '),
    divisor: formatWeight(tr.language, parts.divisor),
    rk: formatMultiplier(tr.language, parts.rk),
    first: formatScore(tr.language, first),
  }
  const gk = formatMultiplier(tr.language, parts.gk)
  const line = offer.specialSupport
    ? tr.text('offer-how-gk', { ...args, gk, later: formatScore(tr.language, later) })
    : tr.text('offer-how', { ...args, code: displayName(offer.speciality.code) })
  return [
    line,
    ...(isSumOfWeights(parts) ? [] : [tr.text('offer-how-divisor')]),
    ...(first === MAX_SCORE ? [tr.text('offer-how-most')] : []),
  ].join(' ')
}

function isSumOfWeights({ terms, divisor }: ScoreParts): boolean {
  const sum = terms.reduce((all, { k }) => all + Number(k), 0)
  // Weights have two decimals; sums of binary fractions are not exact.
  return Math.abs(sum - Number(divisor)) < 0.001
}

function reasonLines(tr: Translator, first: Chance | null, later: Chance | null): string[] {
  if (later === null) return first?.kind === 'ranked' ? [reasonLine(tr, first)] : []
  const named = (priority: 'first' | 'later', chance: Chance | null): string[] =>
    chance?.kind === 'ranked'
      ? [`${tr.text('offer-why-priority', { priority })} ${reasonLine(tr, chance)}`]
      : []
  const isSame =
    first?.kind === 'ranked' && later.kind === 'ranked' && reasonLine(tr, first) === reasonLine(tr, later)
  return isSame ? [reasonLine(tr, first)] : [...named('first', first), ...named('later', later)]
}

function reasonLine(tr: Translator, chance: RankedChance): string {
  const { places, pessimistic, expected, optimistic, rank } = chance
  const number = (n: number): string => formatCount(tr.language, n)
  const bound = places.ceiling ? 'ceiling' : 'exact'
  switch (chance.tier) {
    case 'high': {
      const quotas = places.worst < places.max ? 'some' : 'none'
      return tr.text('offer-why-high', {
        ...counted(tr, 'max', places.max),
        bound,
        quotas,
        worst: number(places.worst),
      })
    }
    case 'medium': {
      const ranks = { pessimistic: number(pessimistic), expected: number(expected) }
      return tr.text('offer-why-medium', {
        ...ranks,
        leavers: expected < pessimistic ? 'some' : 'none',
        overflow: pessimistic > rank.worst ? 'some' : 'none',
        worst: number(places.worst),
        likely: number(places.likely),
      })
    }
    case 'low': {
      const needsQuotas = optimistic > places.worst
      const best = number(needsQuotas ? places.best : places.worst)
      const quotas = needsQuotas ? 'some' : 'none'
      return tr.text('offer-why-low', { optimistic: number(optimistic), best, quotas, bound })
    }
    case 'very-low':
      return tr.text('offer-why-very-low', {
        optimistic: number(optimistic),
        best: number(places.best),
        bound,
      })
  }
}

/** Paid places beside state-funded ones; where there are no others, they stand among the facts. */
function contractSentence(tr: Translator, offer: OfferDetails): string[] {
  const places = contractPlaces(offer)
  if (places === null || places === 0 || !hasBudget(offer)) return []
  return [`${tr.text('offer-contract', counted(tr, 'places', places))}.`]
}
