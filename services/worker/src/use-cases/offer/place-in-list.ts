import type { OfferLook } from '@abitly/database'
import type { Chance } from '@abitly/domain'

/** Where somebody stands with a chance, as it is kept to compare later ones with. */
export function placeInList(chance: Chance | null): Pick<OfferLook, 'rankBest' | 'rankWorst' | 'tier'> {
  const rank = chance?.kind === 'ranked' ? chance.rank : null
  return { rankBest: rank?.best ?? null, rankWorst: rank?.worst ?? null, tier: chance?.tier ?? null }
}
