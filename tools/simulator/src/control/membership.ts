import { botJson, chatJson, userJson } from '../bot-api/present.ts'
import type { User } from '../store/model.ts'
import { toSimUser } from '../store/page-view.ts'
import type { Telegram } from '../telegram.ts'

/** A user blocks or unblocks the bot; the bot hears of it by `my_chat_member`. */
export function setBlocked(telegram: Telegram, user: User, blocked: boolean): void {
  const { world, updates } = telegram
  const changed = user.blocked !== blocked
  user.blocked = blocked
  if (!blocked) delete user.deactivated
  if (!changed) return
  const chat = world.chats.get(user.id)
  if (chat === undefined) return
  world.events.emit(() => ({ type: 'user', user: toSimUser(user) }))
  const bot = botJson(world)
  const member = { user: bot, status: 'member' }
  const kicked = { user: bot, status: 'kicked', until_date: 0 }
  const payload = {
    chat: chatJson(world, chat),
    from: userJson(user),
    date: Math.floor(world.now() / 1000),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  }
  updates.publish('my_chat_member', payload, { chatId: chat.id, userId: user.id })
}
