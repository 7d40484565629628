import type { FilterHolder, OpenDaysRepository, PlannedRecipient } from '@abitly/database'
import { openDayMatches } from '@abitly/domain'
import type { OpenDayEvent } from './content.ts'

/** What a page of people with filters came to. */
export interface OpenDayAudiencePage {
  /** Their last chat id. */
  upto: bigint
  /** Whose filters at least one of the open days meets. */
  matched: number
  /** Of those: who knows of all that they match already. */
  told: number
  /** Of those: who is to be told, and of which edits. */
  recipients: PlannedRecipient[]
}

/**
 * Works out whom the edits of open days concern, for the next page of people after `after`.
 * @param limit people looked at together
 * @returns null when there is nobody more
 */
export async function openDayAudience(
  openDays: Pick<OpenDaysRepository, 'filterHolders' | 'told'>,
  events: readonly OpenDayEvent[],
  after: bigint | null,
  limit = 1_000,
): Promise<OpenDayAudiencePage | null> {
  const holders = await openDays.filterHolders(after, limit)
  const last = holders.at(-1)
  if (last === undefined) return null
  const matching = holders.map((holder) => ({ chatId: holder.chatId, events: matched(holder, events) }))
  const concerned = matching.filter((one) => one.events.length > 0)
  const known = await whatTheyKnow(
    openDays,
    concerned.map(({ chatId }) => chatId),
    events,
  )
  const recipients = concerned.flatMap(({ chatId, events: theirs }) => {
    const news = theirs.filter(({ openDayId }) => !known.has(`${chatId}/${openDayId}`))
    return news.length === 0 ? [] : [{ chatId, content: { edits: news.map(editOf) } }]
  })
  return {
    upto: last.chatId,
    matched: concerned.length,
    told: concerned.length - recipients.length,
    recipients,
  }
}

function matched(holder: FilterHolder, events: readonly OpenDayEvent[]): OpenDayEvent[] {
  return events.filter((event) => openDayMatches(holder, event))
}

async function whatTheyKnow(
  openDays: Pick<OpenDaysRepository, 'told'>,
  chatIds: bigint[],
  events: readonly OpenDayEvent[],
): Promise<ReadonlySet<string>> {
  if (chatIds.length === 0) return new Set()
  const edits = events.map(({ openDayId, editedAt }) => ({ openDayId, editedAt: new Date(editedAt) }))
  const told = await openDays.told(chatIds, edits)
  return new Set(told.map(({ chatId, openDayId }) => `${chatId}/${openDayId}`))
}

function editOf({ openDayId, editedAt }: OpenDayEvent): { openDayId: number; editedAt: string } {
  return { openDayId, editedAt }
}
