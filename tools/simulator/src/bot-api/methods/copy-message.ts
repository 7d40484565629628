import { contentOf, originOf } from '../../store/content.ts'
import type { Chat, Content, Message } from '../../store/model.ts'
import type { World } from '../../store/world.ts'
import type { Args } from '../args.ts'
import type { Method } from '../method.ts'
import { postFromBot, readWrapping } from '../post-message.ts'
import { messageJson } from '../present.ts'
import { badRequest } from '../refusal.ts'
import { findChat, findMessage, writableChat } from '../target-chat.ts'
import { readCaption } from '../text-content.ts'

export const copyMessage: Method = {
  name: 'copyMessage',
  run({ args }, { world }) {
    const { chat, message } = source(world, args, 'message to copy')
    if (message.protected) throw badRequest("message can't be copied")
    const copy = postFromBot(world, chat, copied(message, args), readWrapping(world, chat, args))
    return { message_id: copy.messageId }
  },
}

export const forwardMessage: Method = {
  name: 'forwardMessage',
  run({ args }, { world }) {
    const { chat, message } = source(world, args, 'message to forward')
    if (message.protected) throw badRequest("the message can't be forwarded")
    const wrapping = { ...readWrapping(world, chat, args), forward: originOf(message) }
    delete wrapping.markup
    return messageJson(world, postFromBot(world, chat, contentOf(message), wrapping))
  },
}

function source(world: World, args: Args, what: string): { chat: Chat; message: Message } {
  const chat = writableChat(world, args)
  const from = findChat(world, args, 'from_chat_id')
  return { chat, message: findMessage(world, from, args, what) }
}

/** A caption that is stated replaces that of the original, also by nothing; a sticker has none. */
function copied(message: Message, args: Args): Content {
  const content = contentOf(message)
  const hasCaption = message.file !== undefined && message.file.kind !== 'sticker'
  if (!hasCaption || args['caption'] === undefined) return content
  const { text: caption, entities } = readCaption(args)
  return { ...content, caption, entities }
}
