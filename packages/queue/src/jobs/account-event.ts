import { z } from 'zod'
import { QUEUES } from '../catalog.ts'
import { defineJob } from '../job-contract.ts'
import type { JobContract } from '../job-contract.ts'

const EVENTS = ['linked', 'moved', 'unlinked'] as const

const payload = z.object({
  /** Grows with time; the same event may come twice, with the same id. */
  id: z.string(),
  /** 'moved': linked to this chat now, and no longer to another one. */
  event: z.enum(EVENTS),
  web_user_id: z.guid(),
  /** A text, because it may exceed what JavaScript counts exactly. */
  telegram_chat_id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
})
export type AccountEventPayload = z.infer<typeof payload>

/** What the website hears of links. The website's backend consumes the queue; nobody of ours does. */
function accountEvent(event: AccountEventPayload['event']): JobContract<AccountEventPayload> {
  return defineJob({ name: `account.${event}`, queue: QUEUES.accountEvents, payload, keyOf: ({ id }) => id })
}

/** Job contracts of the queue `account-events`, by what has happened. */
export const accountEvents: Readonly<Record<AccountEventPayload['event'], JobContract<AccountEventPayload>>> =
  {
    linked: accountEvent('linked'),
    moved: accountEvent('moved'),
    unlinked: accountEvent('unlinked'),
  }
