import type { Applicant, OfferDetails } from '@abitly/database'
import { MAX_SCORE } from '@abitly/domain'
import type { Chance, RankedChance, Scored } from '@abitly/domain'
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
  return first === MAX_SCORE ? `${line} ${tr.text('offer-how-most')}` : line
}

function reasonLines(tr: Translator, first: Chance | null, later: Chance | null): string[] {
  if (later === null) return first?.kind === 'ranked' ? [reasonLine(tr, first)] : []
  const named = (priority: 'first' | 'later', chance: Chance | null): string[] =>
    chance?.kind === 'ranked'
      ? [`${tr.text('offer-why-priority', { priority })} ${reasonLine(tr, chance)}`]
      : []
  return [...named('first', first), ...named('later', later)]
}

function reasonLine(tr: Translator, chance: RankedChance): string {
  const { places, pessimistic, expected, optimistic } = chance
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
        worst: number(places.worst),
        likely: number(places.likely),
      })
    }
    case 'low':
      return tr.text('offer-why-low', { optimistic: number(optimistic), best: number(places.best), bound })
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
