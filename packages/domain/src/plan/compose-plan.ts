import { branchMultiplier } from '../admission/special-support.ts'
import type { Chance, Margin } from '../ranking/chance-types.ts'
import type { PlanBand, PlanCandidate, PlanStanding } from './plan-types.ts'

/** The order within a wish: bold first, which never costs a place further down. */
const BANDS = ['ambitious', 'realistic', 'safe'] as const
/** From so many applications to one university on, others go before it. */
const MANY = 2
/** Of five applications so many are bold, and so on. */
const SHARES = { bold: 2, realistic: 2, safe: 1 } as const

/** What an offer can be to a plan. */
type Part = keyof typeof SHARES | 'lifted'

/**
 * How bold an application with this chance of a state-funded place is: by the tier that the offer itself shows.
 * Without a list, by last year. Null: there is no chance to speak of.
 */
export function bandOf(chance: Chance): PlanStanding | null {
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

/** With which score an application counts that stands at this place of a plan, from 0. */
export function priorityAt(index: number): 'first' | 'later' {
  return branchMultiplier(true, index + 1) === branchMultiplier(true, 1) ? 'first' : 'later'
}

/**
 * Chooses `size` offers at most, in the order of their priorities: by wish, bold ones first within a wish; at least
 * one safe where there is any, no wish and no university more often than others allow. What an offer will be at its priority
 * (`priorityAt`) cannot be known while it is chosen: as bold ones stand higher, `first` says who is bold, and `later`
 * who is not. One that only the multiplier of the top lifts out of boldness stands next to them, if there is room.
 */
export function composePlan<C extends PlanCandidate>(candidates: readonly C[], size: number): C[] {
  const left = new Set(candidates)
  const share = Math.ceil(size / new Set(candidates.map(({ wish }) => wish)).size)
  const chosen: C[] = []
  const take = (part: Part, most: number): void => {
    for (let taken = 0; taken < most && chosen.length < size; taken += 1) {
      const next = mostWanted(left, part, chosen, share)
      if (next === null) return
      left.delete(next)
      chosen.push(next)
    }
  }
  for (const part of ['safe', 'realistic', 'bold'] as const) take(part, SHARES[part])
  take('lifted', SHARES.bold - chosen.filter((one) => partOf(one) === 'bold').length)
  // Who has places left over fills them with what is surest first.
  for (const part of ['safe', 'realistic', 'bold', 'lifted'] as const) take(part, size)
  const isBold = (one: C): number => Number(partOf(one) === 'bold')
  const isLifted = (one: C): number => Number(partOf(one) === 'lifted')
  return chosen.toSorted(
    (a, b) =>
      a.wish - b.wish ||
      isBold(b) - isBold(a) ||
      isLifted(b) - isLifted(a) ||
      byBand(a.first, b.first) ||
      byBand(a.later, b.later) ||
      byWish(a, b),
  )
}

function partOf({ first, later }: PlanCandidate): Part {
  if (later.band !== 'ambitious') return later.band
  return first.band === 'ambitious' ? 'bold' : 'lifted'
}

function mostWanted<C extends PlanCandidate>(
  left: ReadonlySet<C>,
  part: Part,
  chosen: readonly C[],
  share: number,
): C | null {
  const uses = (one: C): number =>
    chosen.filter(({ universityId }) => universityId === one.universityId).length
  const crowded = (one: C): number => Number(uses(one) >= MANY)
  const hasShare = ({ wish }: C): number =>
    Number(chosen.filter((other) => other.wish === wish).length >= share)
  const isLast = ({ first, later }: C): number =>
    Number((part === 'bold' || part === 'lifted' ? first : later).lastResort)
  const found = [...left].filter((one) => partOf(one) === part)
  const order = (a: C, b: C): number =>
    isLast(a) - isLast(b) ||
    hasShare(a) - hasShare(b) ||
    crowded(a) - crowded(b) ||
    a.wish - b.wish ||
    uses(a) - uses(b) ||
    byWish(a, b)
  return found.toSorted(order)[0] ?? null
}

function byBand(a: PlanStanding, b: PlanStanding): number {
  return BANDS.indexOf(a.band) - BANDS.indexOf(b.band)
}

function byWish(a: PlanCandidate, b: PlanCandidate): number {
  return a.wish - b.wish || b.demand - a.demand || a.offerId - b.offerId
}
