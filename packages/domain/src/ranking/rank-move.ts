import type { RankRange } from './rank-range.ts'

/** How a place has moved between two looks at a list; 'mixed': one end went up, the other one down. */
export type RankMove =
  { readonly kind: 'up' | 'down'; readonly places: number } | { readonly kind: 'same' | 'mixed' }

type Range = Pick<RankRange, 'best' | 'worst'>

/**
 * The move from one range of places to another. Ranges grow and shrink with equal scores, so the best place counts,
 * and the worst one where the best has stayed.
 */
export function rankMove(before: Range, now: Range): RankMove {
  const [best, worst] = [before.best - now.best, before.worst - now.worst]
  if (best * worst < 0) return { kind: 'mixed' }
  const places = best === 0 ? worst : best
  if (places === 0) return { kind: 'same' }
  return { kind: places > 0 ? 'up' : 'down', places: Math.abs(places) }
}
