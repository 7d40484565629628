import type { Repositories, Student } from '@abitly/database'
import type { Shortlist, ShortlistInput } from '@abitly/domain'
import type { I18n, Translator } from '@abitly/text'
import type { LookAtPlatform } from './health/platform-state.ts'

/** Settings of the features students use. */
export interface StudentSettings {
  /** Offers one student may follow. */
  monitoredOffersLimit: number
  /** Plans one student may have made in a day. */
  personalPlanDailyLimit: number
  /** Address of the website's sign-in; null: there is no such button. */
  accountLinkUrl: string | null
}

/** Settings of the features admins use. */
export interface AdminSettings {
  /** Telegram user ids of all admins. */
  adminIds: ReadonlySet<bigint>
  /** Bulk messages the whole fleet may send per second. */
  bulkPerSecond: number
  lookAtPlatform: LookAtPlatform
}

/** What became of a link token. 'unknown': never issued, expired, or redeemed by another update. */
export type TokenClaim = { kind: 'claimed'; webUserId: string } | { kind: 'unknown' } | { kind: 'malformed' }

/** Link tokens, for this very update. */
export interface LinkDesk {
  /** Redeems a token; the same update, run again, is given the same answer. */
  claim(token: string): Promise<TokenClaim>
  /** The name of a token, which is all that may be kept of it. */
  idOf(token: string): string
}

/** Chooses the offers worth an exact look; where it runs holds nobody up. */
export type ShortlistOffers = (input: ShortlistInput) => Promise<Shortlist>

/** What every use-case works with: one student at one moment, inside one transaction. */
export interface Visit {
  repos: Repositories
  student: Student
  tr: Translator
  /** For messages to somebody else. */
  translators: I18n
  links: LinkDesk
  now: Date
  shortlist: ShortlistOffers
  settings: StudentSettings
  /** Null unless the visitor is an admin. */
  admin: AdminSettings | null
}

/** A visit of an admin: what admins do takes nothing less. */
export interface AdminVisit extends Visit {
  admin: AdminSettings
}

/** Whether the visitor may do what admins do. */
export function isAdminVisit(visit: Visit): visit is AdminVisit {
  return visit.admin !== null
}
