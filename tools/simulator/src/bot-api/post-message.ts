import type { Chat, Content, ForwardOrigin, Message, ReplyMarkup } from '../store/model.ts'
import { toSimMessage } from '../store/page-view.ts'
import type { World } from '../store/world.ts'
import type { Args } from './args.ts'
import { flag, integer, isObject, json } from './args.ts'
import { badRequest } from './refusal.ts'
import { readReplyMarkup } from './reply-markup.ts'

/** Everything about a new message that is not its content. */
interface Wrapping {
  markup?: ReplyMarkup
  silent: boolean
  protected: boolean
  replyTo?: number
  albumId?: string
  forward?: ForwardOrigin
  /** A Mini App posts in the name of its user. */
  from?: number
  viaBot?: boolean
}

/** Reads the parameters that all sending methods share. */
export function readWrapping(world: World, chat: Chat, args: Args): Wrapping {
  const markup = readReplyMarkup(args, chat.type === 'private')
  const replyTo = readReplyTo(world, chat, args)
  return {
    ...(markup === undefined ? {} : { markup }),
    silent: flag(args, 'disable_notification'),
    protected: flag(args, 'protect_content'),
    ...(replyTo === undefined ? {} : { replyTo }),
  }
}

/** Stores a message of the bot and shows it to the chat. */
export function postFromBot(world: World, chat: Chat, content: Content, wrapping: Wrapping): Message {
  const message: Message = {
    chatId: chat.id,
    messageId: world.messages.nextId(),
    from: 0,
    date: Math.floor(world.now() / 1000),
    ...content,
    ...wrapping,
  }
  world.messages.add(message)
  const reader = world.users.get(chat.id)
  if (reader !== undefined) reader.received += 1
  world.actions.end(chat.id)
  world.events.emit(() => ({ type: 'message', message: toSimMessage(world, message) }))
  return message
}

function readReplyTo(world: World, chat: Chat, args: Args): number | undefined {
  const parameters = json(args, 'reply_parameters', "Can't parse reply parameters JSON object")
  if (parameters !== undefined && !isObject(parameters))
    throw badRequest('Object expected as reply parameters')
  const source = parameters ?? args
  const id = integer(source, parameters === undefined ? 'reply_to_message_id' : 'message_id')
  if (id === undefined) return undefined
  if (world.messages.find(chat.id, id) !== undefined) return id
  if (flag(source, 'allow_sending_without_reply')) return undefined
  throw badRequest('message to be replied not found')
}
