import type { NmtResult } from '../grades-repository.ts'
import type { QuietHours } from '../notification-settings-repository.ts'
import type { OfferLook } from '../offer-looks-repository.ts'
import type { Preferences } from '../preferences-repository.ts'

/** What a student was told of an offer, or would be told now. */
export interface OfferStanding extends Pick<
  OfferLook,
  'offerId' | 'year' | 'rankBest' | 'rankWorst' | 'tier' | 'score'
> {
  /** Lowest score that won a state-funded place, in thousandths; null: not published. */
  cutoff: number | null
  /** Applications; null: not known, and so not compared. */
  applied: number | null
  /** The change of the offer that these numbers include; 0: none. */
  revision: number
}

/** What of an offer changes with an import, besides its list. */
export interface OfferState {
  offerId: number
  year: number
  cutoff: number | null
  revision: number
}

/** Somebody who follows offers that have changed since they were last told of them. */
export interface DigestReader {
  chatId: bigint
  quiet: QuietHours
  preferences: Preferences
  results: NmtResult[]
  /** `told` null: never told, so there is nothing to compare with. */
  offers: (OfferState & { told: OfferStanding | null })[]
}
