import type { OfferDetails, OfferLook } from '@abitly/database'
import type { BelowMinimum, Chance, RankedChance } from '@abitly/domain'
import { formatCount, formatScore } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { rankText } from '../offer/chance-lines.ts'
import type { Verdict } from '../offer/judge-offer.ts'
import { minimumText, refusalLine } from '../offer/refusal-lines.ts'
import { changeText } from './change-text.ts'
import { lookAt } from './followed-offer.ts'
import type { FollowedOffer } from './followed-offer.ts'

type Scored = Extract<Verdict, { kind: 'scored' }>

/** Score, place and chance of one offer in a list; `before`: what was shown on an earlier day. */
export function standingLines(
  tr: Translator,
  followed: FollowedOffer,
  before: OfferLook | undefined,
  now: Date,
): string[] {
  const { offer, verdict } = followed
  if (verdict.kind === 'no-grades') return []
  if (verdict.kind === 'refused') return [refusalLine(tr, verdict.refusal, verdict.nmtYear)]
  const { first } = verdict
  if (first?.kind !== 'ranked') return [unrankedLine(tr, offer, verdict, first), ...laterLine(tr, verdict)]
  const change = changeText(tr, before, lookAt(followed, now))
  return [rankLine(tr, verdict, first), chanceLine(tr, first, before, change), ...laterLine(tr, verdict)]
}

/** «🟢 високий» */
export function tierText(tr: Translator, tier: RankedChance['tier']): string {
  return tr.text('tier-word', { tier })
}

/** Why a scored offer has no rank, as short as a list needs it. */
export function unrankedText(
  tr: Translator,
  offer: OfferDetails,
  verdict: Scored,
  chance: Exclude<Chance, RankedChance> | null,
): string {
  const below = belowText(tr, verdict.score.belowMinimum, chance)
  if (below !== null) return below
  if (chance?.kind === 'no-budget') return tr.text('my-contract-only')
  return tr.text(chance === null ? 'my-places-unknown' : 'my-no-list')
}

/** Where a score does not admit; null: it does, or the minimum is for places that there are none of. */
function belowText(tr: Translator, below: BelowMinimum | null, chance: Chance | null): string | null {
  if (below === null || (!below.contract && chance?.kind === 'no-budget')) return null
  const minimum = minimumText(tr, below.minimum)
  return tr.text(below.contract ? 'my-below-both' : 'my-below-budget', { minimum })
}

function rankLine(tr: Translator, { score }: Scored, chance: RankedChance): string {
  return tr.text(score.gkMatters ? 'my-rank-first' : 'my-rank', {
    score: formatScore(tr.language, score.first),
    rank: rankText(tr, chance),
    of: formatCount(tr.language, chance.rank.of),
  })
}

function chanceLine(
  tr: Translator,
  { tier }: RankedChance,
  before: OfferLook | undefined,
  change: string | null,
): string {
  const was = before?.tier ?? null
  const word = tierText(tr, tier)
  const chance =
    was === null || was === 'none' || was === tier
      ? word
      : tr.text('my-tier-was', { tier: word, was: tierText(tr, was) })
  return change === null ? chance : `${chance} · ${change}`
}

function unrankedLine(
  tr: Translator,
  offer: OfferDetails,
  verdict: Scored,
  chance: Exclude<Chance, RankedChance> | null,
): string {
  return `${formatScore(tr.language, verdict.score.first)} · ${unrankedText(tr, offer, verdict, chance)}`
}

/** Where the branch multiplier matters, the score of later priorities is another one. */
function laterLine(tr: Translator, { score, first, later }: Scored): string[] {
  if (!score.gkMatters) return []
  const shown = formatScore(tr.language, score.later)
  const below = belowText(tr, score.laterBelowMinimum, later)
  if (below !== null) {
    // What the higher score does not reach the lower one need not be told of.
    if (below === belowText(tr, score.belowMinimum, first)) return []
    return [`${tr.text('my-later', { score: shown })} · ${below}`]
  }
  if (later?.kind !== 'ranked') return [tr.text('my-later', { score: shown })]
  return [
    tr.text('my-later-rank', { score: shown, rank: rankText(tr, later), tier: tierText(tr, later.tier) }),
  ]
}
