/**
 * A call to Telegram as data. Replies are recorded with their update and sent after its transaction has been
 * committed, in order.
 */
export interface Reply {
  method: 'sendMessage' | 'editMessageText' | 'editMessageReplyMarkup'
  payload: Readonly<Record<string, unknown>>
  /** The message this call makes carries the keyboard of that revision of the chat's dialogue. */
  remember?: { dialogueRevision: number }
}

/** What an update has led to. */
export interface HandledUpdate {
  /** Null for updates that belong to no chat. */
  chatId: bigint | null
  replies: Reply[]
}
