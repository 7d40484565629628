import type { Chance, Margin } from '../ranking/chance-types.ts'
import type { PlanBand, PlanCandidate } from './plan-types.ts'

/** The order of a plan: what is wanted more stands higher, which never costs a place further down. */
const BANDS = ['ambitious', 'realistic', 'safe'] as const
/** Of five applications so many are bold, and so on. */
const SHARES: Readonly<Record<PlanBand, number>> = { ambitious: 2, realistic: 2, safe: 1 }
/** Who has places left over fills them with what is surest first. */
const FILL_ORDER = ['safe', 'realistic', 'ambitious'] as const
/** From so many applications to one university on, others go before it. */
const MANY = 2

/**
 * How bold an application with this chance of a state-funded place is: by the tier that the offer itself shows.
 * Without a list, by last year. Null: there is no chance to speak of.
 */
export function bandOf(chance: Chance): { band: PlanBand; lastResort: boolean } | null {
  switch (chance.kind) {
    case 'no-budget':
    case 'not-admitted':
      return null
    case 'no-list':
      return { band: bandOfMargin(chance.margin), lastResort: true }
    case 'ranked': {
      if (chance.tier === 'high') return { band: 'safe', lastResort: false }
      if (chance.tier === 'medium') return { band: 'realistic', lastResort: false }
      return { band: 'ambitious', lastResort: chance.tier === 'very-low' }
    }
  }
}

/** The same where only last year is known, as for paid places: nothing unknown is called safe. */
export function bandOfMargin(margin: Margin | null): PlanBand {
  if (margin === null) return 'realistic'
  if (margin.class === 'safe') return 'safe'
  return margin.class === 'below' || margin.class === 'unlikely' ? 'ambitious' : 'realistic'
}

/**
 * Chooses `size` offers at most, in the order of their priorities: bold ones first, at least one safe where there
 * is any, no university more often than others allow.
 */
export function composePlan<C extends PlanCandidate>(candidates: readonly C[], size: number): C[] {
  const left = new Set(candidates)
  const chosen: C[] = []
  const take = (band: PlanBand, most: number): void => {
    for (let taken = 0; taken < most && chosen.length < size; taken += 1) {
      const next = mostWanted(left, band, chosen)
      if (next === null) return
      left.delete(next)
      chosen.push(next)
    }
  }
  for (const band of FILL_ORDER) take(band, SHARES[band])
  for (const band of FILL_ORDER) take(band, size)
  const place = (one: C): number => BANDS.indexOf(one.band)
  return chosen.toSorted((a, b) => place(a) - place(b) || byWish(a, b))
}

function mostWanted<C extends PlanCandidate>(
  left: ReadonlySet<C>,
  band: PlanBand,
  chosen: readonly C[],
): C | null {
  const uses = (one: C): number =>
    chosen.filter(({ universityId }) => universityId === one.universityId).length
  const crowded = (one: C): number => Number(uses(one) >= MANY)
  const found = [...left].filter((one) => one.band === band)
  const order = (a: C, b: C): number =>
    Number(a.lastResort) - Number(b.lastResort) ||
    crowded(a) - crowded(b) ||
    a.wish - b.wish ||
    uses(a) - uses(b) ||
    byWish(a, b)
  return found.toSorted(order)[0] ?? null
}

function byWish(a: PlanCandidate, b: PlanCandidate): number {
  return a.wish - b.wish || b.demand - a.demand || a.offerId - b.offerId
}
