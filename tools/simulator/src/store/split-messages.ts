import type { Messages } from './messages.ts'

interface Halves {
  people: Messages
  crowd: Messages
  isCrowd: (chatId: number) => boolean
}

/**
 * The messages of a crowd in a store of their own, so that a campaign to very many never pushes out what an
 * administrator sees. Ids run through both.
 */
export function splitMessages({ people, crowd, isCrowd }: Halves): Messages {
  const of = (chatId: number): Messages => (isCrowd(chatId) ? crowd : people)
  return {
    nextId: () => people.nextId(),
    lastId: () => people.lastId(),
    add: (message) => of(message.chatId).add(message),
    find: (chatId, messageId) => of(chatId).find(chatId, messageId),
    remove: (chatId, messageId) => of(chatId).remove(chatId, messageId),
    ofChat: (chatId) => of(chatId).ofChat(chatId),
    forgetChat: (chatId) => of(chatId).forgetChat(chatId),
    clear() {
      people.clear()
      crowd.clear()
    },
    all: () => [...people.all(), ...crowd.all()],
    restore(messages, lastId) {
      for (const message of messages) of(message.chatId).add(message)
      people.restore([], lastId)
    },
  }
}
