import type { Send } from '../limits/judge.ts'
import type { Telegram } from '../telegram.ts'
import type { Args } from './args.ts'
import { flag, integer, json } from './args.ts'

/** Only these are limited; an action is no message. */
function isSend(method: string): boolean {
  return /^(?:send|copy|forward|edit)/i.test(method) && method !== 'sendChatAction'
}

/** The send that a call makes, as the limits see it; `undefined` for other methods and calls without a chat. */
export function sendOf(method: string, args: Args, { world, options }: Telegram): Send | undefined {
  const chatId = integer(args, 'chat_id')
  if (!isSend(method) || chatId === undefined) return undefined
  const isGroup = chatId < 0
  const lastActiveAt = world.users.get(chatId)?.lastActiveAt ?? 0
  return {
    method,
    chatId,
    isGroup,
    proactive: !isGroup && world.now() - lastActiveAt > options.replyWindowMs,
    paid: flag(args, 'allow_paid_broadcast'),
    parts: method === 'sendMediaGroup' ? partsOf(args) : 1,
  }
}

function partsOf(args: Args): number {
  try {
    const media = json(args, 'media', '')
    return Array.isArray(media) ? Math.max(1, media.length) : 1
  } catch {
    return 1
  }
}
