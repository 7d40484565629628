import type { Message } from './model.ts'

/** Older messages of a chat are forgotten, and so are the oldest of all: a load test must not fill the memory. */
export const MESSAGES_KEPT_PER_CHAT = 500
const MESSAGES_KEPT = 50_000

export interface Messages {
  nextId(): number
  add(message: Message): void
  find(chatId: number, messageId: number): Message | undefined
  remove(chatId: number, messageId: number): boolean
  /** Oldest first. */
  ofChat(chatId: number): Message[]
  /** Forgets what was written in one chat. */
  forgetChat(chatId: number): void
  clear(): void
  all(): Message[]
  lastId(): number
  restore(messages: Message[], lastId: number): void
}

/** Message ids run through all chats of the bot, as they do on Telegram for private chats and groups. */
export function createMessages(kept = MESSAGES_KEPT): Messages {
  return new MessageStore(kept)
}

class MessageStore implements Messages {
  private readonly chats = new Map<number, Map<number, Message>>()
  private readonly kept: number
  private count = 0
  private last = 0

  constructor(kept: number) {
    this.kept = kept
  }

  nextId(): number {
    return (this.last += 1)
  }

  lastId(): number {
    return this.last
  }

  add(message: Message): void {
    const chat = this.chats.get(message.chatId) ?? new Map<number, Message>()
    this.chats.set(message.chatId, chat)
    chat.set(message.messageId, message)
    this.count += 1
    if (chat.size > MESSAGES_KEPT_PER_CHAT) this.dropOldest(chat)
    if (this.count > this.kept) this.dropSomewhere()
  }

  find(chatId: number, messageId: number): Message | undefined {
    return this.chats.get(chatId)?.get(messageId)
  }

  remove(chatId: number, messageId: number): boolean {
    const removed = this.chats.get(chatId)?.delete(messageId) ?? false
    if (removed) this.count -= 1
    return removed
  }

  ofChat(chatId: number): Message[] {
    return [...(this.chats.get(chatId)?.values() ?? [])]
  }

  forgetChat(chatId: number): void {
    this.count -= this.chats.get(chatId)?.size ?? 0
    this.chats.delete(chatId)
  }

  clear(): void {
    this.chats.clear()
    this.count = 0
  }

  all(): Message[] {
    return [...this.chats.values()].flatMap((chat) => [...chat.values()])
  }

  restore(messages: Message[], lastId: number): void {
    for (const message of messages) this.add(message)
    this.last = lastId
  }

  private dropOldest(chat: Map<number, Message>): void {
    const oldest = chat.keys().next()
    if (oldest.done === true) return
    chat.delete(oldest.value)
    this.count -= 1
  }

  /** Takes the oldest message of one chat after the other. */
  private dropSomewhere(): void {
    const first = this.chats.entries().next()
    if (first.done === true) return
    const [chatId, chat] = first.value
    this.dropOldest(chat)
    this.chats.delete(chatId)
    if (chat.size > 0) this.chats.set(chatId, chat)
  }
}
