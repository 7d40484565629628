import type { Message } from '../store/model.ts'
import { messageJson, userJson } from '../bot-api/present.ts'
import type { Telegram } from '../telegram.ts'

/** How long a press waits to be overtaken when no message comes. */
const HELD_MS = 3000

interface Press {
  userId: number
  message: Message
  data: string
}

/** Presses held back by the fault "reordered-press" until the user's next message has been delivered. */
interface HeldPresses {
  /** Releases what the user's message overtakes; to be called when that message is delivered. */
  release(userId: number): void
  has(userId: number): boolean
  clear(): void
}

/** Sends button presses to the bot, with the misbehaviour that was asked for. */
export interface Presses extends HeldPresses {
  /** The id of the callback query. */
  press(press: Press): string
}

export function createPresses(telegram: Telegram): Presses {
  const held = new Map<number, { send: () => void; timer: NodeJS.Timeout }>()
  const release = (userId: number): void => {
    const waiting = held.get(userId)
    if (waiting === undefined) return
    clearTimeout(waiting.timer)
    held.delete(userId)
    waiting.send()
  }
  return {
    release,
    has: (userId) => held.has(userId),
    clear() {
      for (const { timer } of held.values()) clearTimeout(timer)
      held.clear()
    },
    press(press) {
      const { userId, message } = press
      const queryId = ask(telegram, press)
      if (!telegram.faults.takeForUpdate('reordered-press', message.chatId)) {
        publish(telegram, press, queryId)
      } else {
        // Over a webhook the press keeps its earlier update_id, so that ids go backwards in the chat.
        const id = telegram.webhook.active ? telegram.updates.reserveId() : undefined
        const timer = setTimeout(() => release(userId), HELD_MS).unref()
        held.set(userId, { send: () => publish(telegram, press, queryId, id), timer })
      }
      // An app that got no answer asks again: a new query in a new update.
      if (telegram.faults.takeForUpdate('resent-press', message.chatId)) {
        publish(telegram, press, ask(telegram, press))
      }
      return queryId
    },
  }
}

function ask({ world }: Telegram, { userId, message }: Press): string {
  return world.queries.ask({ userId, chatId: message.chatId, messageId: message.messageId }).id
}

function publish(telegram: Telegram, { userId, message, data }: Press, queryId: string, id?: number): void {
  const { world, updates, faults } = telegram
  const user = world.users.get(userId)
  if (user === undefined) return
  const { chatId, messageId } = message
  const payload = {
    id: queryId,
    from: userJson(user),
    message: messageJson(world, message),
    chat_instance: String(chatId),
    data,
  }
  const twice = faults.takeForUpdate('duplicate-delivery', chatId)
  updates.publish(
    'callback_query',
    payload,
    { chatId, userId, messageId },
    {
      twice,
      ...(id === undefined ? {} : { id }),
    },
  )
}
