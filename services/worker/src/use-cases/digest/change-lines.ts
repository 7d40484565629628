import { formatCount, formatRange, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { OfferChange } from '../../campaigns/offer-change.ts'
import { tierText } from '../my-offers/standing-lines.ts'

type Standing = OfferChange['now']
/** A line of a change: `first` goes on after the name of the offer, the others begin anew. */
type Line = (place: { start: 'first' | 'line' }) => string

/** What has changed in one offer: the first line stands behind its name. */
export function changeLines(tr: Translator, change: OfferChange): string[] {
  const lines: Line[] = [
    ...(change.told.includes('standing') ? standingLines(tr, change) : []),
    ...(change.told.includes('cutoff') ? [cutoffLine(tr, change)] : []),
    ...(change.told.includes('applied') ? [appliedLine(tr, change)] : []),
  ]
  return lines.map((line, index) => line({ start: index === 0 ? 'first' : 'line' }))
}

function standingLines(tr: Translator, { before, now }: OfferChange): Line[] {
  const [from, to] = [rankText(tr, before), rankText(tr, now)]
  const tier = tierLine(tr, before, now)
  if (to === null) return [...(tier === null ? [] : [tier]), ...(from === null ? [] : [gone(tr)])]
  if (from === to) return tier === null ? [] : [tier]
  const arrow: Line = (place) =>
    tr.text(from === null ? 'digest-rank-new' : 'digest-rank', { ...place, from: from ?? '', to })
  if (tier !== null) return [tier, arrow]
  // A chance that nobody can tell is not "unchanged".
  return [now.tier === null ? arrow : (place) => tr.text('digest-rank-only', { rank: arrow(place) })]
}

/** Null: the chance is the one it was. */
function tierLine(tr: Translator, before: Standing, now: Standing): Line | null {
  if (now.tier === null || now.tier === before.tier) return null
  const [from, to] = [before.tier === null ? '' : word(tr, before.tier), word(tr, now.tier)]
  return (place) =>
    tr.text(before.tier === null ? 'digest-chance-new' : 'digest-chance', { ...place, from, to })
}

function gone(tr: Translator): Line {
  return (place) => tr.text('digest-rank-gone', { ...place })
}

function cutoffLine(tr: Translator, { before, now }: OfferChange): Line {
  const to = formatScore(tr.language, now.cutoff ?? 0)
  if (before.cutoff === null) return (place) => tr.text('digest-cutoff-new', { ...place, to })
  const from = formatScore(tr.language, before.cutoff)
  return (place) => tr.text('digest-cutoff', { ...place, from, to })
}

function appliedLine(tr: Translator, { before, now }: OfferChange): Line {
  const [from, to] = [before.applied, now.applied].map((n) => formatCount(tr.language, n ?? 0))
  return (place) => tr.text('digest-applied', { ...place, from: from ?? '', to: to ?? '' })
}

function rankText(tr: Translator, { rankBest, rankWorst }: Standing): string | null {
  return rankBest === null || rankWorst === null ? null : formatRange(tr.language, rankBest, rankWorst)
}

function word(tr: Translator, tier: NonNullable<Standing['tier']>): string {
  return tier === 'none' ? tr.text('my-contract-only') : tierText(tr, tier)
}
