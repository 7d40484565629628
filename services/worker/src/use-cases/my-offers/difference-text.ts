import { listText } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { FollowedOffer } from './followed-offer.ts'

/** Why the same grades give different scores; null where they do not. */
export function differenceText(tr: Translator, offers: readonly FollowedOffer[]): string | null {
  const scored = offers.flatMap(({ verdict }) => (verdict.kind === 'scored' ? [verdict.score] : []))
  const differ = (part: (score: (typeof scored)[number]) => unknown): boolean =>
    new Set(scored.map((score) => JSON.stringify(part(score)))).size > 1
  if (!differ(({ first }) => first)) return null
  const reasons = [
    ...(differ(({ parts }) => parts.rk) ? ['compare-why-rk'] : []),
    ...(differ(({ parts }) => [parts.terms, parts.divisor]) ? ['compare-why-weights'] : []),
    ...(differ(({ gkMatters }) => gkMatters) ? ['compare-why-gk'] : []),
  ]
  if (reasons.length === 0) return null
  return tr.text('compare-why', {
    reasons: listText(
      tr,
      reasons.map((reason) => tr.text(reason)),
    ),
  })
}
