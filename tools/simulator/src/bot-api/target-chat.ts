import type { Chat, Message } from '../store/model.ts'
import type { World } from '../store/world.ts'
import type { Args } from './args.ts'
import { integer, text } from './args.ts'
import { badRequest, forbidden } from './refusal.ts'

/** The chat a call is about, if it is known at all. */
export function findChat(world: World, args: Args, field = 'chat_id'): Chat {
  const given = text(args, field)
  if (given === '') throw badRequest(`${field} is empty`)
  // @names lead to channels and public groups only, and there are none here.
  const chat = given.startsWith('@') ? undefined : world.chats.get(integer(args, field) ?? 0)
  if (chat === undefined) throw badRequest('chat not found')
  return chat
}

/** The chat to send to: the user has started the bot and not blocked it, the bot is in the group. */
export function writableChat(world: World, args: Args): Chat {
  const chat = findChat(world, args)
  if (chat.type === 'private') checkUser(world, chat.id)
  else checkGroup(chat)
  return chat
}

/** The bot's own message to edit. */
export function editableMessage(world: World, args: Args): { chat: Chat; message: Message } {
  if (text(args, 'chat_id') === '' && text(args, 'message_id') === '') {
    throw badRequest('Message identifier is not specified')
  }
  const chat = writableChat(world, args)
  const message = findMessage(world, chat, args, 'message to edit')
  const keyboard = message.markup !== undefined && message.markup.kind !== 'inline'
  if (message.from !== 0 || message.forward !== undefined || keyboard)
    throw badRequest("Message can't be edited")
  return { chat, message }
}

/** The message of `message_id`; `what` names it in the refusal. */
export function findMessage(
  world: World,
  chat: Chat,
  args: Args,
  what: string,
  field = 'message_id',
): Message {
  const message = world.messages.find(chat.id, integer(args, field) ?? 0)
  if (message === undefined) throw badRequest(`${what} not found`)
  return message
}

function checkUser(world: World, userId: number): void {
  const user = world.users.get(userId)
  if (user?.deactivated === true) throw forbidden('user is deactivated')
  if (user?.blocked === true) throw forbidden('bot was blocked by the user')
  if (user?.started !== true) throw forbidden("bot can't initiate conversation with a user")
}

function checkGroup(chat: Chat): void {
  if (chat.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
  }
  if (chat.membership === 'kicked') throw forbidden(`bot was kicked from the ${chat.type} chat`)
  if (chat.membership === 'left') throw forbidden(`bot is not a member of the ${chat.type} chat`)
}
