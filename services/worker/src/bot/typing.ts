import type { Update } from 'grammy/types'
import type { InstantApi } from './refuse-calls.ts'
import { senderOf } from './sender.ts'

/** From here on people wonder whether they were heard, in milliseconds. */
const NOTICEABLE_MS = 700

/** Runs the work, and shows «typing» to who waits for it when it takes long. */
export async function withTyping(update: Update, api: InstantApi, work: () => Promise<void>): Promise<void> {
  const sender = senderOf(update)
  const timer = setTimeout(() => {
    if (sender !== null)
      api.sendChatAction({ chat_id: sender.chatId, action: 'typing' }).catch(() => undefined)
  }, NOTICEABLE_MS)
  try {
    await work()
  } finally {
    clearTimeout(timer)
  }
}
