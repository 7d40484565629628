import type { SimMessage } from '../page-api.ts'

export type ReplyKeyboard = NonNullable<SimMessage['replyKeyboard']>

export interface LiveReplyKeyboard {
  keyboard: ReplyKeyboard
  /** The message it came with: a new one opens the keyboard again. */
  messageId: number
  /** A one-time keyboard that was answered: folded, but still at hand. */
  used: boolean
}

/** The reply keyboard that counts now: the last one sent, unless a later message removed it. */
export function liveReplyKeyboard(messages: readonly SimMessage[]): LiveReplyKeyboard | undefined {
  const index = messages.findLastIndex(
    (message) => message.replyKeyboard !== undefined || message.removeKeyboard === true,
  )
  const message = messages[index]
  const keyboard = message?.replyKeyboard
  if (message === undefined || keyboard === undefined) return undefined
  const answered = messages.slice(index + 1).some((later) => later.from !== 0)
  return { keyboard, messageId: message.messageId, used: keyboard.oneTime && answered }
}
