import type { Message } from './model.ts'

/** Older messages of a chat are forgotten: a load test must not fill the memory. */
export const MESSAGES_KEPT_PER_CHAT = 500

export interface Messages {
  nextId(): number
  add(message: Message): void
  find(chatId: number, messageId: number): Message | undefined
  remove(chatId: number, messageId: number): boolean
  /** Oldest first. */
  ofChat(chatId: number): Message[]
  /** Moves a group's history nowhere: a migrated group starts empty, as in Telegram. */
  clear(): void
  all(): Message[]
  lastId(): number
  restore(messages: Message[], lastId: number): void
}

/** Message ids run through all chats of the bot, as they do on Telegram for private chats and groups. */
export function createMessages(): Messages {
  const chats = new Map<number, Map<number, Message>>()
  let last = 0
  const add = (message: Message): void => {
    let chat = chats.get(message.chatId)
    if (chat === undefined) chats.set(message.chatId, (chat = new Map<number, Message>()))
    chat.set(message.messageId, message)
    if (chat.size > MESSAGES_KEPT_PER_CHAT) chat.delete(chat.keys().next().value as number)
  }
  return {
    nextId: () => (last += 1),
    lastId: () => last,
    add,
    find: (chatId, messageId) => chats.get(chatId)?.get(messageId),
    remove: (chatId, messageId) => chats.get(chatId)?.delete(messageId) ?? false,
    ofChat: (chatId) => [...(chats.get(chatId)?.values() ?? [])],
    clear: () => chats.clear(),
    all: () => [...chats.values()].flatMap((chat) => [...chat.values()]),
    restore(messages, lastId) {
      for (const message of messages) add(message)
      last = lastId
    },
  }
}
