import type { Language, Preferences, QuietHours } from '@abitly/database'
import type { NmtYear } from '@abitly/domain'
import type { AdminPress } from './admin/admin-press.ts'
import type { GradeAnswer } from './grades/grade-answer.ts'
import type { NotificationKind } from './notifications/notification-kind.ts'
import type { OfferKey } from './offer/offer-key.ts'
import type { FoundPlace, OfferOrigin } from './offer/offer-origin.ts'
import type { FilterAnswer } from './open-day-filters/filter-answer.ts'
import type { ListPlace } from './open-days/open-day-list.ts'
import type { WishAnswer } from './plan/wish-answer.ts'

/** What a button asks for when it is pressed. The bot packs it into the 64 bytes Telegram keeps for us. */
export type Press =
  | { kind: 'menu' }
  | { kind: 'help' }
  /** Where to find the link of an offer. */
  | { kind: 'link-help' }
  | { kind: 'languages' }
  | { kind: 'language'; language: Language }
  | { kind: 'example' }
  /** `list`: where this one was chosen, to go back to. */
  | { kind: 'offer'; offer: OfferKey; list: OfferOrigin }
  | { kind: 'track'; offer: OfferKey; list: OfferOrigin }
  | { kind: 'untrack'; offer: OfferKey; list: OfferOrigin }
  | { kind: 'offer-list'; list: readonly OfferKey[] }
  /** A page of search results. */
  | { kind: 'found'; place: FoundPlace }
  /** A chart; `refresh`: of the very picture whose button it is. */
  | { kind: 'offer-chart'; offer: OfferKey; refresh: boolean }
  | { kind: 'comparison-chart'; refresh: boolean }
  /** Follow `offer` instead of `replaced`. */
  | { kind: 'swap'; offer: OfferKey; replaced: OfferKey }
  /** Another page of the followed offers to swap for `offer`. */
  | { kind: 'swap-list'; offer: OfferKey; page: number }
  /** The followed offers; pages count from 0. */
  | { kind: 'my-offers'; page: number }
  | { kind: 'compare'; page: number }
  /** Which of them to give up. */
  | { kind: 'drop-list'; page: number }
  | { kind: 'drop'; offer: OfferKey; page: number }
  | { kind: 'statistics' }
  /** Of which offer to show the statistics. */
  | { kind: 'statistics-list'; page: number }
  | { kind: 'offer-statistics'; offer: OfferKey }
  /** `from`: the offer to come back to. */
  | { kind: 'grades'; from: OfferKey | null }
  | { kind: 'add-grades'; from: OfferKey | null }
  | { kind: 'fix-grades'; nmtYear: NmtYear; from: OfferKey | null }
  /** An answer inside the dialogue; `revision` tells an old keyboard from the live one. */
  | { kind: 'answer'; revision: number; answer: GradeAnswer }
  | { kind: 'ask-delete-grades'; nmtYear: NmtYear }
  | { kind: 'delete-grades'; nmtYear: NmtYear }
  | { kind: 'profile' }
  | { kind: 'priorities' }
  | { kind: 'priority'; priority: Preferences['priority'] }
  /** The same from an offer, which is then shown anew. */
  | {
      kind: 'offer-priority'
      priority: 'first' | 'later'
      offer: OfferKey
      list: OfferOrigin
    }
  | { kind: 'quotas' }
  | { kind: 'quota'; quota: 'none' | 'Q1' | 'Q2' }
  /** The answer to a question about a link. */
  | { kind: 'link-answer'; revision: number; confirmed: boolean }
  | { kind: 'ask-unlink' }
  /** `mark` tells the account that was asked about. */
  | { kind: 'unlink'; mark: string }
  /** A page of open days; null: the first one a student sees without asking for more. */
  | { kind: 'open-days'; place: ListPlace | null }
  /** `place`: the page it was chosen from; null: it opens as a message of its own. The same below. */
  | { kind: 'open-day'; openDayId: number; place: ListPlace | null }
  | { kind: 'attend'; openDayId: number; on: boolean; place: ListPlace | null }
  /** Asks for a file that calendars take in. */
  | { kind: 'calendar'; openDayId: number; place: ListPlace | null }
  /** Puts a university among the filters of open days, or takes it out. */
  | { kind: 'watch'; universityId: number; on: boolean }
  | { kind: 'open-filters' }
  /** An answer below the filters; `revision` tells an old keyboard from the live one. */
  | { kind: 'filters'; revision: number; answer: FilterAnswer }
  | { kind: 'open-notifications' }
  /** All messages that we begin ourselves: reminders, changes, news. */
  | { kind: 'notifications'; enabled: boolean }
  | { kind: 'switch-kind'; of: NotificationKind; on: boolean }
  /** The same from under one of those messages, which stays as it is. */
  | { kind: 'mute'; of: NotificationKind }
  /** null: asks which. */
  | { kind: 'quiet-hours'; hours: QuietHours | null }
  /** The plan of applications of the day, or what to make it from. */
  | { kind: 'plan' }
  | { kind: 'plan-wishes' }
  /** An answer below the wishes; `revision` tells an old keyboard from the live one. */
  | { kind: 'wishes'; revision: number; answer: WishAnswer }
  /** `number`: of the day's plan whose offers are meant. */
  | { kind: 'follow-plan'; number: number }
  /** What is kept of the student. */
  | { kind: 'privacy' }
  | { kind: 'export-data' }
  | { kind: 'ask-to-erase' }
  /** `askedAt`: Unix seconds of the question that this says yes to. */
  | { kind: 'erase'; askedAt: number }
  /** For admins; to everybody else it is no button of ours. */
  | { kind: 'admin'; ask: AdminPress }

/** A button that asks us for something. Labels are plain text. */
export interface AskingButton {
  text: string
  press: Press
  style?: 'primary' | 'danger'
}

/** A button that asks us for something, or one that opens a page. */
export type Button = AskingButton | { text: string; url: string; style?: 'primary' | 'danger' }

/** Rows of buttons under a message. */
export type Keyboard = readonly (readonly Button[])[]

/** One screen of the bot. */
export interface View {
  /** HTML as Telegram understands it; everything from outside is escaped. */
  text: string
  keyboard?: Keyboard
}

/** A view, and a word about what the press has done (at most 40 characters). */
export interface Outcome {
  view: View
  toast?: string
}
