import type { OfferDetails } from '@abitly/database'
import type { BelowMinimum, Chance } from '@abitly/domain'
import { counted, formatCount, formatMultiplier, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { chanceLines, rankText } from './chance-lines.ts'
import type { Verdict } from './judge-offer.ts'
import { belowMinimumLine, minimumText, refusalLine } from './refusal-lines.ts'
import { resultAt, soleResult } from './shown-result.ts'
import type { ScoredVerdict } from './shown-result.ts'

/** What the student came for: score, rank and chance, or why there are none. */
export function personalLines(tr: Translator, offer: OfferDetails, verdict: Verdict, now: Date): string[] {
  switch (verdict.kind) {
    case 'no-grades':
      return [tr.text('offer-no-grades')]
    case 'refused':
      return [refusalLine(tr, verdict.refusal, verdict.nmtYear)]
    case 'scored':
      return scoredLines(tr, offer, verdict, now)
  }
}

function scoredLines(tr: Translator, offer: OfferDetails, verdict: ScoredVerdict, now: Date): string[] {
  const sole = soleResult(verdict)
  const { score, chance, minimum } = sole ?? resultAt(verdict, 'first')
  const { nmtYear } = verdict.score.parts
  // Without state-funded places the minimum for them is of no matter.
  if (minimum !== null && (minimum.contract || chance?.kind !== 'no-budget')) {
    return [belowMinimumLine(tr, offer, { score, nmtYear }, minimum)]
  }
  if (sole === null) return [...priorityLines(tr, verdict), ...quotaLines(tr, verdict)]
  const bold = tr.text('offer-score', { score: formatScore(tr.language, score), nmtYear: String(nmtYear) })
  return [
    bold,
    ...chanceLines(tr, offer, chance, now),
    ...chosenLines(tr, verdict),
    ...quotaLines(tr, verdict),
  ]
}

/** For which priority the only score shown is. */
function chosenLines(tr: Translator, { score, priority }: ScoredVerdict): string[] {
  if (!score.gkMatters || priority === null) return []
  return [tr.text('offer-priority-chosen', { priority, gk: formatMultiplier(tr.language, score.parts.gk) })]
}

/** Who is entitled to a quota hears what it holds here: rank and chance above are of the general line. */
function quotaLines(tr: Translator, { first, quota }: ScoredVerdict): string[] {
  if (first === null || first.kind === 'no-budget' || quota === null || quota === 'none') return []
  const { places, candidates } = first.quotas[quota]
  if (places === 0) return [tr.text('offer-quota-none', { quota })]
  return [
    tr.text('offer-quota', {
      quota,
      ...counted(tr, 'places', places),
      candidates: formatCount(tr.language, candidates),
    }),
  ]
}

/** The same student has two scores where the branch multiplier depends on the priority. */
function priorityLines(tr: Translator, { score, first, later }: ScoredVerdict): string[] {
  const [line = '', ...rest] = linesOf(tr, 'first', score.first, first, score.belowMinimum)
  return [
    tr.text('offer-priority-year', { line, nmtYear: String(score.parts.nmtYear) }),
    ...rest,
    ...linesOf(tr, 'later', score.later, later, score.laterBelowMinimum),
    tr.text('offer-priority-difference', { gk: formatMultiplier(tr.language, score.parts.gk) }),
  ]
}

function linesOf(
  tr: Translator,
  priority: 'first' | 'later',
  score: number,
  chance: Chance | null,
  minimum: BelowMinimum | null,
): string[] {
  const bold = tr.text('offer-priority', { priority, score: formatScore(tr.language, score) })
  if (minimum !== null && chance?.kind !== 'no-budget') {
    return [bold, tr.text('offer-priority-below', { minimum: minimumText(tr, minimum.minimum) })]
  }
  if (chance?.kind !== 'ranked') return [bold]
  return [bold, tr.text('offer-priority-chance', { rank: rankText(tr, chance), tier: chance.tier })]
}
