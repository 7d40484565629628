import type { Update, User } from 'grammy/types'

/** Somebody who wrote to us or pressed a button, in the private chat with us. */
export interface Sender {
  chatId: number
  from: User
}

/** Who waits for an answer to this update; null when nobody does. */
export function senderOf({ message, callback_query: query }: Update): Sender | null {
  const chat = (message ?? query?.message)?.chat
  const from = (message ?? query)?.from
  return chat?.type === 'private' && from !== undefined ? { chatId: chat.id, from } : null
}
