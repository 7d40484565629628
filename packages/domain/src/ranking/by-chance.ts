import type { Chance } from './chance-types.ts'

/** From the best chance to what has none at all; an unknown number of places comes after every rank. */
const ORDER = [
  'high',
  'medium',
  'low',
  'very-low',
  'unlisted',
  'unknown',
  'not-admitted',
  'no-budget',
] as const

/**
 * Orders chances for a comparison: by tier, then by the margin to last year's lowest score (one without history
 * after those with it). Negative when `a` is the better one. Null: the number of places is not known.
 */
export function byChance(a: Chance | null, b: Chance | null): number {
  return ORDER.indexOf(classOf(a)) - ORDER.indexOf(classOf(b)) || byMargin(a, b)
}

function classOf(chance: Chance | null): (typeof ORDER)[number] {
  switch (chance?.kind) {
    case undefined:
      return 'unknown'
    case 'ranked':
      return chance.tier
    case 'no-list':
      return 'unlisted'
    case 'not-admitted':
      return 'not-admitted'
    case 'no-budget':
      return 'no-budget'
  }
}

function byMargin(a: Chance | null, b: Chance | null): number {
  const [mine, other] = [a?.margin?.points, b?.margin?.points]
  if (mine === undefined || other === undefined)
    return Number(mine === undefined) - Number(other === undefined)
  return other - mine
}
