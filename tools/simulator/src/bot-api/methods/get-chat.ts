import type { Chat } from '../../store/model.ts'
import type { World } from '../../store/world.ts'
import { integer } from '../args.ts'
import type { Method } from '../method.ts'
import { botJson, chatJson, userJson } from '../present.ts'
import { badRequest } from '../refusal.ts'
import { findChat } from '../target-chat.ts'

export const getChat: Method = {
  name: 'getChat',
  run({ args }, { world }) {
    const chat = findChat(world, args)
    if (chat.type === 'private' && world.users.get(chat.id)?.started !== true)
      throw badRequest('chat not found')
    return {
      ...chatJson(world, chat),
      accent_color_id: chat.id < 0 ? 1 : chat.id % 7,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
      },
    }
  },
}

export const getChatMember: Method = {
  name: 'getChatMember',
  run({ args }, { world }) {
    const chat = findChat(world, args)
    const userId = integer(args, 'user_id') ?? 0
    if (userId <= 0) throw badRequest('Invalid user_id specified')
    if (userId === world.bot.id) return { user: botJson(world), status: chat.membership }
    const user = world.users.get(userId)
    if (user === undefined) throw badRequest('user not found')
    return { user: userJson(user), status: memberStatus(world, chat, userId) }
  },
}

export const getChatMemberCount: Method = {
  name: 'getChatMemberCount',
  run({ args }, { world }) {
    const chat = findChat(world, args)
    return chat.members.length + (chat.membership === 'member' ? 1 : 0)
  },
}

/** Administrators of the bot are administrators of its groups. */
function memberStatus(world: World, chat: Chat, userId: number): string {
  if (!chat.members.includes(userId)) return 'left'
  return chat.type !== 'private' && world.users.get(userId)?.isAdmin === true ? 'administrator' : 'member'
}
