import type { Quota } from '../ranking/application.ts'
import { createSeatHeap, type SeatHeap } from './seat-heap.ts'
import type { PlacementOffer, PlacementSeat } from './types.ts'

/** The seats of one offer while applicants propose. Applications are known by number. */
export interface OfferSeats {
  /** Takes an application in; gives back the one that loses its seat, which may be the same, or null. */
  propose(application: number, quota: Quota | null): number | null
  /** Seated applications of a line, in no particular order. */
  seated(line: PlacementSeat['line']): readonly number[]
}

/**
 * Quota places are filled by the best of their quota first; those beyond them compete with everybody for
 * the rest, to which unclaimed quota places belong. A claimed quota place never becomes free again, so
 * the general line only ever shrinks: this is what makes the order of proposals irrelevant.
 * @param isWorse true when application `a` stands below `b`
 */
export function createOfferSeats(
  { places, quotaPlaces }: PlacementOffer,
  isWorse: (a: number, b: number) => boolean,
): OfferSeats {
  const limits = { Q1: Math.min(quotaPlaces?.Q1 ?? 0, places), Q2: 0 }
  limits.Q2 = Math.min(quotaPlaces?.Q2 ?? 0, places - limits.Q1)
  const lines = {
    Q1: createSeatHeap(isWorse),
    Q2: createSeatHeap(isWorse),
    general: createSeatHeap(isWorse),
  }
  return {
    propose(application, quota) {
      const toGeneral = quota === null ? application : admit(lines[quota], application, limits[quota])
      if (toGeneral !== null) lines.general.push(toGeneral)
      const free = places - lines.Q1.size - lines.Q2.size
      return lines.general.size > free ? lines.general.popWorst() : null
    },
    seated: (line) => lines[line].items(),
  }
}

/** Seats an application on a line of `limit` seats; gives back the one that has to leave, or null. */
function admit(line: SeatHeap, application: number, limit: number): number | null {
  line.push(application)
  return line.size > limit ? line.popWorst() : null
}
