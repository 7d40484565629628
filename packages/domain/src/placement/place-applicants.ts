import { createOfferSeats, type OfferSeats } from './offer-seats.ts'
import type {
  Placement,
  PlacementApplicant,
  PlacementApplication,
  PlacementOffer,
  PlacementSeat,
} from './types.ts'

const LINES: readonly PlacementSeat['line'][] = ['general', 'Q1', 'Q2']

/** An application with its applicant and the next one that this applicant would turn to. */
interface Proposal {
  readonly applicantKey: string
  readonly application: PlacementApplication
  /** Number of the applicant's next proposal; null after the last. */
  readonly next: number | null
}

/**
 * Places applicants by applicant-proposing deferred acceptance: each goes to the offer of the best
 * priority where the score passes, each offer keeps the best scores, and a better priority gives no
 * advantage over somebody else. The outcome is stable, and nobody loses by a better score.
 *
 * Equal scores are ordered by applicant key: the real criteria are not public, this one is at least the
 * same every time. An application to an offer that is not given is passed over.
 */
export function placeApplicants(
  offers: readonly PlacementOffer[],
  applicants: readonly PlacementApplicant[],
): Placement {
  const proposals: Proposal[] = []
  const isWorse = (a: number, b: number) => standsBelow(proposals[a], proposals[b])
  const seats = new Map(offers.map((offer) => [offer.id, createOfferSeats(offer, isWorse)]))
  const firsts = applicants.map((applicant) => enqueue(proposals, applicant, seats))
  for (const first of firsts) settle(first, proposals, seats)
  return placement(proposals, seats)
}

/** Numbers an applicant's applications from the last priority to the first, whose number it returns. */
function enqueue(
  proposals: Proposal[],
  { key, applications }: PlacementApplicant,
  seats: ReadonlyMap<number, OfferSeats>,
): number | null {
  const known = applications.filter(({ offerId }) => seats.has(offerId))
  const lastFirst = known.sort((a, b) => b.priority - a.priority || b.offerId - a.offerId)
  let next: number | null = null
  for (const application of lastFirst) {
    proposals.push({ applicantKey: key, application, next })
    next = proposals.length - 1
  }
  return next
}

/** Proposes, and lets whoever loses a seat propose in turn, until nobody is left without a seat or a wish. */
function settle(
  first: number | null,
  proposals: readonly Proposal[],
  seats: ReadonlyMap<number, OfferSeats>,
): void {
  let proposing = first
  while (proposing !== null) {
    const proposal: Proposal | undefined = proposals[proposing]
    if (proposal === undefined) return
    const { offerId, quota } = proposal.application
    const rejected = seats.get(offerId)?.propose(proposing, quota ?? null) ?? null
    proposing = rejected === null ? null : (proposals[rejected]?.next ?? null)
  }
}

function standsBelow(a: Proposal | undefined, b: Proposal | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const difference = a.application.score - b.application.score
  return difference === 0 ? a.applicantKey > b.applicantKey : difference < 0
}

function placement(proposals: readonly Proposal[], offers: ReadonlyMap<number, OfferSeats>): Placement {
  const seats = new Map<string, PlacementSeat>()
  const cutoffs = new Map<number, number | null>()
  for (const [offerId, offer] of offers) {
    cutoffs.set(offerId, lowest(offer.seated('general'), proposals))
    for (const line of LINES) {
      for (const number of offer.seated(line)) {
        const proposal = proposals[number]
        if (proposal === undefined) continue
        const { priority, score } = proposal.application
        seats.set(proposal.applicantKey, { offerId, priority, score, line })
      }
    }
  }
  return { seats, cutoffs }
}

function lowest(seated: readonly number[], proposals: readonly Proposal[]): number | null {
  return seated.reduce<number | null>((low, number) => {
    const score = proposals[number]?.application.score ?? null
    return low === null || (score !== null && score < low) ? score : low
  }, null)
}
