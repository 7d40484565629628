import type { Campaign } from '@abitly/database'
import type { BotApi, SendOutcome } from '@abitly/telegram'
import { editView, sendView } from '../../bot/view-reply.ts'
import type { View } from '../../use-cases/view.ts'

type Card = NonNullable<Campaign['card']>
type Api = Pick<BotApi, 'call'>

/** What became of showing a card. */
export type Shown =
  | { kind: 'shown'; messageId: number }
  /** The message is gone: a new one is needed. */
  | { kind: 'message-gone' }
  /** Nobody reads this chat any more. */
  | { kind: 'chat-gone' }
  | { kind: 'again'; afterMs: number }
  /** Telegram will never accept it: our mistake. */
  | { kind: 'refused'; reason: string }

const AGAIN_MS = 3_000
/** It may have arrived: a message too many is better than none, but not one every few seconds. */
const LOST_MS = 30_000
const MESSAGE_GONE = /message to edit not found|message can't be edited|message_id_invalid/i

/** Draws the card in place of what its message has shown so far. */
export async function editCard(api: Api, { chatId, messageId }: Card, view: View): Promise<Shown> {
  const { method, payload } = editView(Number(chatId), messageId, view)
  const outcome = await api.call(method, payload)
  return outcome.kind === 'sent' ? { kind: 'shown', messageId } : notShown(outcome)
}

/** Draws the card as a new message, which rings. */
export async function sendCard(api: Api, { chatId }: Card, view: View): Promise<Shown> {
  const { method, payload } = sendView(Number(chatId), view)
  const outcome = await api.call(method, payload)
  if (outcome.kind !== 'sent') return notShown(outcome)
  const { result } = outcome
  const messageId =
    typeof result === 'object' && result !== null && 'message_id' in result ? result.message_id : null
  if (typeof messageId === 'number') return { kind: 'shown', messageId }
  return { kind: 'refused', reason: 'the answer names no message' }
}

/** A card that another one has replaced says the same, without buttons. Its loss costs a stale card. */
export async function retireCard(api: Api, { chatId, messageId }: Card, { text }: View): Promise<void> {
  const { method, payload } = editView(Number(chatId), messageId, { text })
  await api.call(method, payload)
}

function notShown(outcome: Exclude<SendOutcome, { kind: 'sent' }>): Shown {
  switch (outcome.kind) {
    case 'retry-after':
      return { kind: 'again', afterMs: Math.max(AGAIN_MS, outcome.retryAfterMs) }
    case 'later':
      return { kind: 'again', afterMs: Math.max(AGAIN_MS, outcome.delayMs) }
    case 'blocked':
    case 'chat-gone':
      return { kind: 'chat-gone' }
    case 'rejected':
      if (MESSAGE_GONE.test(outcome.reason)) return { kind: 'message-gone' }
      return { kind: 'refused', reason: outcome.reason }
    case 'unreachable':
    case 'migrated':
    case 'withdrawn':
      return { kind: 'again', afterMs: AGAIN_MS }
    case 'unknown':
      return { kind: 'again', afterMs: LOST_MS }
    default:
      return outcome satisfies never
  }
}
