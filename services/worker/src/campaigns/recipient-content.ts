import type { CampaignContent, DeliveryContent, MessageContent, OpenDaysContent } from './content.ts'
import type { Reminder, RemindersContent } from './content.ts'
import type { OfferChange } from './offer-change.ts'

/** What one recipient is to get: of open days only those that concern this recipient. */
export type RecipientContent =
  | MessageContent
  | OpenDaysContent
  | { kind: 'reminders'; reminders: readonly Reminder[] }
  | { kind: 'digest'; changes: readonly OfferChange[] }

/**
 * The content as one recipient gets it: only the open days its delivery names.
 * @throws Error when the campaign lacks one of them: a mistake of whoever planned it
 */
export function contentFor(content: CampaignContent, delivery: DeliveryContent | null): RecipientContent {
  if (content.kind === 'open-days') return openDaysFor(content, delivery)
  if (content.kind === 'reminders') return remindersFor(content, delivery)
  if (content.kind === 'digest') return digestFor(delivery)
  return content
}

function openDaysFor(content: OpenDaysContent, delivery: DeliveryContent | null): OpenDaysContent {
  const edits = delivery !== null && 'edits' in delivery ? delivery.edits : []
  const events = edits.map(({ openDayId, editedAt }) => {
    const event = content.events.find(
      (one) => one.openDayId === openDayId && sameMoment(one.editedAt, editedAt),
    )
    return event ?? missing(openDayId)
  })
  if (events.length === 0) throw new Error('The delivery names no open day')
  return { ...content, events }
}

function remindersFor({ events }: RemindersContent, delivery: DeliveryContent | null): RecipientContent {
  const reasons = delivery !== null && 'reminders' in delivery ? delivery.reminders : []
  const reminders = reasons.map((reason) => {
    const event = events.find(({ openDayId }) => openDayId === reason.openDayId)
    return { ...(event ?? missing(reason.openDayId)), ...reason }
  })
  if (reminders.length === 0) throw new Error('The delivery names no open day')
  return { kind: 'reminders', reminders }
}

function digestFor(delivery: DeliveryContent | null): RecipientContent {
  const changes = delivery !== null && 'changes' in delivery ? delivery.changes : []
  if (changes.length === 0) throw new Error('The delivery names no change')
  return { kind: 'digest', changes }
}

function missing(openDayId: number): never {
  throw new Error(`The campaign does not tell of open day ${openDayId}`)
}

function sameMoment(left: string, right: string): boolean {
  return Date.parse(left) === Date.parse(right)
}
