import type { Repositories } from '@abitly/database'
import { editsDelivery } from '../../campaigns/content.ts'
import { openDayAudience } from '../../campaigns/open-day-audience.ts'
import type { OpenDayAudiencePage } from '../../campaigns/open-day-audience.ts'
import type { OpenDayEvent } from '../../campaigns/open-day-event.ts'

type OpenDays = Repositories['openDays']

/** Whom edited open days concern. */
export interface OpenDayCount {
  /** Whose filters at least one of them meets. */
  matched: number
  /** Of those: who knows already. */
  told: number
  /** Of those: who is to be told. */
  recipients: number
}

/** Counts by the very pages that the planning goes by. */
export async function countOpenDayRecipients(
  openDays: OpenDays,
  events: readonly OpenDayEvent[],
): Promise<OpenDayCount> {
  const count: OpenDayCount = { matched: 0, told: 0, recipients: 0 }
  for await (const { matched, told, recipients } of audiencePages(openDays, events)) {
    count.matched += matched
    count.told += told
    count.recipients += recipients.length
  }
  return count
}

/** What the first recipient is told of; everything when there is none. */
export async function exampleEvents(
  openDays: OpenDays,
  events: readonly OpenDayEvent[],
): Promise<readonly OpenDayEvent[]> {
  for await (const { recipients } of audiencePages(openDays, events)) {
    const [first] = recipients
    if (first === undefined) continue
    const { edits } = editsDelivery.parse(first.content)
    return events.filter(({ openDayId }) => edits.some((edit) => edit.openDayId === openDayId))
  }
  return events
}

async function* audiencePages(
  openDays: OpenDays,
  events: readonly OpenDayEvent[],
): AsyncGenerator<OpenDayAudiencePage> {
  for (let after: bigint | null = null; ;) {
    const page: OpenDayAudiencePage | null = await openDayAudience(openDays, events, after)
    if (page === null) return
    yield page
    after = page.upto
  }
}
