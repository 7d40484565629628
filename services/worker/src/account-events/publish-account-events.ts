import type { AccountEvent, Database } from '@abitly/database'
import { accountEvents } from '@abitly/queue'
import type { AccountEventPayload, JobEnd, Producer } from '@abitly/queue'
import type { Clock, Logger } from '@abitly/runtime'

export interface AccountEventsDependencies {
  database: Database
  producer: Pick<Producer, 'enqueue'>
  /** How many events wait in the queue for the website. */
  waiting: () => Promise<number>
  clock: Clock
  logger: Logger
}

const BATCH = 100
/** Nobody of ours consumes the queue: when the website does not either, its events wait in the table, not in Redis. */
const MOST_WAITING = 10_000

/**
 * Passes events on to the website, in order, each at least once: it is marked after it was enqueued, so a process that
 * dies in between enqueues it again, under the same id.
 */
export async function publishAccountEvents(
  deps: AccountEventsDependencies,
  signal: AbortSignal,
): Promise<JobEnd> {
  const { database, producer, waiting, clock, logger } = deps
  const { accountEvents: outbox } = database.repositories
  for (;;) {
    if (signal.aborted) return { againAfterMs: 0 }
    const events = await outbox.unpublished(BATCH)
    if (events.length === 0) return
    if ((await waiting()) >= MOST_WAITING) {
      logger.warn({ queue: 'account-events' }, 'nobody takes the account events: they wait in the database')
      return
    }
    for (const event of events) await producer.enqueue(accountEvents[event.event], payloadOf(event))
    await outbox.markPublished(
      events.map(({ id }) => id),
      clock.now(),
    )
  }
}

function payloadOf({ id, event, webUserId, chatId, at }: AccountEvent): AccountEventPayload {
  return {
    ...{ id: String(id), event, web_user_id: webUserId },
    ...{ telegram_chat_id: String(chatId), at: at.toISOString() },
  }
}
