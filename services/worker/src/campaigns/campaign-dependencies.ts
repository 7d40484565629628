import type { Database } from '@abitly/database'
import type { Producer } from '@abitly/queue'
import type { Clock, Counter, Logger } from '@abitly/runtime'
import type { BotApi } from '@abitly/telegram'
import type { I18n } from '@abitly/text'
import type { ContentViews } from './content-call.ts'

/** What the parts of this folder work with; each names those it needs. */
export interface CampaignDependencies extends ContentViews {
  database: Database
  producer: Pick<Producer, 'enqueue'>
  /** Whose sends take the budget of bulk messages. */
  bulkApi: Pick<BotApi, 'call'>
  /** Whose sends take the budget of replies: for the messages that admins watch. */
  replyApi: Pick<BotApi, 'call'>
  i18n: I18n
  clock: Clock
  logger: Logger
  /** Deliveries that a call has ended, by state. */
  ended: Counter<'state'>
  /** Bulk sends in flight in this process. */
  maxConcurrency: number
  /** Tries of one message beyond the first. */
  maxRetries: number
  /** Base of the backoff between them, in milliseconds. */
  retryDelayMs: number
}
