import type { Chance } from '@abitly/domain'
import { formatMargin, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { Verdict } from './judge-offer.ts'
import { resultAt, soleResult } from './shown-result.ts'

/** The score against the lowest one that got a state-funded place the year before. */
export function marginLines(tr: Translator, verdict: Verdict): string[] {
  if (verdict.kind !== 'scored') return []
  const sole = soleResult(verdict)
  const { chance, minimum } = sole ?? resultAt(verdict, 'first')
  if (minimum !== null) return []
  const first = marginOf(chance)
  const later = sole === null ? marginOf(verdict.later) : null
  if (first === null) return []
  if (later === null) return singleLine(tr, first, chance)
  const shown = (points: number): string =>
    points < 0 ? formatScore(tr.language, -points) : formatMargin(tr.language, points)
  const lacking = first < 0 ? 'both' : later < 0 ? 'later' : 'none'
  return [tr.text('offer-margins', { first: shown(first), later: shown(later), lacking })]
}

function singleLine(tr: Translator, margin: number, chance: Chance | null): string[] {
  if (margin >= 0) return [tr.text('offer-margin', { margin: formatMargin(tr.language, margin) })]
  // The verdict «дуже низький» has said it already.
  if (chance?.tier === 'very-low') return []
  return [tr.text('offer-lacking', { points: formatScore(tr.language, -margin) })]
}

function marginOf(chance: Chance | null): number | null {
  return chance === null || chance.kind === 'no-budget' ? null : (chance.margin?.points ?? null)
}
