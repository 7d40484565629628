import type { Chat, Message } from '../../store/model.ts'
import type { World } from '../../store/world.ts'
import type { Args } from '../args.ts'
import { integer, json, text } from '../args.ts'
import type { Method } from '../method.ts'
import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../target-chat.ts'

/** Older messages stay, seconds. */
const DELETABLE_SECONDS = 48 * 3600
const IDS_MAX = 100

export const deleteMessage: Method = {
  name: 'deleteMessage',
  run({ args }, { world }) {
    if (text(args, 'chat_id') === '') throw badRequest('Chat identifier is not specified')
    if (text(args, 'message_id') === '') throw badRequest('Message identifier is not specified')
    const chat = findChat(world, args)
    const message = findMessage(world, chat, args, 'message to delete')
    if (!isDeletable(world, chat, message)) throw badRequest("message can't be deleted")
    remove(world, message)
    return true
  },
}

export const deleteMessages: Method = {
  name: 'deleteMessages',
  run({ args }, { world }) {
    const ids = readIds(args)
    const chat = findChat(world, args)
    const found = ids.flatMap((id) => world.messages.find(chat.id, id) ?? [])
    if (found.some((message) => !isDeletable(world, chat, message)))
      throw badRequest("message can't be deleted")
    for (const message of found) remove(world, message)
    return true
  },
}

function readIds(args: Args): number[] {
  const given = json(args, 'message_ids', "Can't parse message_ids JSON object")
  if (given === undefined) throw badRequest('Message identifiers are not specified')
  if (!Array.isArray(given)) throw badRequest('Expected an Array of message identifiers')
  if (given.length > IDS_MAX) throw badRequest('Too many message identifiers specified')
  if (given.length === 0) throw badRequest('Message identifiers are not specified')
  return given.map((id: unknown) => {
    const value = integer({ id }, 'id')
    if (value === undefined || value <= 0) throw badRequest('Invalid message identifier specified')
    return value
  })
}

/** In a private chat both sides' messages of the last 48 hours; in a group only the bot's own. */
function isDeletable(world: World, chat: Chat, message: Message): boolean {
  const fresh = world.now() / 1000 - message.date < DELETABLE_SECONDS
  return fresh && (chat.type === 'private' || message.from === 0)
}

function remove(world: World, { chatId, messageId }: Message): void {
  world.messages.remove(chatId, messageId)
  world.events.emit(() => ({ type: 'delete', chatId, messageId }))
}
