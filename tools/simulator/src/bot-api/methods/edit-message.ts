import { isDeepStrictEqual } from 'node:util'
import type { Content, Message, ReplyMarkup } from '../../store/model.ts'
import { toSimMessage } from '../../store/page-view.ts'
import type { World } from '../../store/world.ts'
import { json } from '../args.ts'
import type { Method } from '../method.ts'
import { messageJson } from '../present.ts'
import { badRequest } from '../refusal.ts'
import { readInlineMarkup } from '../reply-markup.ts'
import { editableMessage } from '../target-chat.ts'
import { readCaption, readLinkPreview, readText } from '../text-content.ts'
import { readInputMedia } from './send-media-group.ts'

export const editMessageText: Method = {
  name: 'editMessageText',
  run({ args }, { world }) {
    const content = { ...readText(args), ...readLinkPreview(args) }
    const { chat, message } = editableMessage(world, args)
    if (message.text === undefined) throw badRequest('There is no text in the message to edit')
    return change(world, message, content, readInlineMarkup(args, chat.type === 'private'))
  },
}

export const editMessageCaption: Method = {
  name: 'editMessageCaption',
  run({ args }, { world }) {
    const { text: caption, entities } = readCaption(args)
    const { chat, message } = editableMessage(world, args)
    if (message.file === undefined) throw badRequest('There is no caption in the message to edit')
    const content = { caption, entities, file: message.file }
    return change(world, message, content, readInlineMarkup(args, chat.type === 'private'))
  },
}

export const editMessageMedia: Method = {
  name: 'editMessageMedia',
  run(call, { world }) {
    const media = json(call.args, 'media', "Can't parse input media JSON object")
    if (media === undefined) throw badRequest('Parameter "media" is required')
    const { chat, message } = editableMessage(world, call.args)
    const content = readInputMedia(world, call, media)
    return change(world, message, content, readInlineMarkup(call.args, chat.type === 'private'))
  },
}

export const editMessageReplyMarkup: Method = {
  name: 'editMessageReplyMarkup',
  run({ args }, { world }) {
    const { chat, message } = editableMessage(world, args)
    return change(world, message, {}, readInlineMarkup(args, chat.type === 'private'))
  },
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** Changes a message in place; a keyboard that is not stated again disappears. */
function change(
  world: World,
  message: Message,
  content: Partial<Content>,
  markup: ReplyMarkup | undefined,
): unknown {
  const same = Object.entries(content).every(([field, value]) =>
    isDeepStrictEqual(value, message[field as keyof Content]),
  )
  if (same && isDeepStrictEqual(markup, message.markup)) throw badRequest(NOT_MODIFIED)
  if (content.file !== undefined) delete message.text
  Object.assign(message, content, { editDate: Math.floor(world.now() / 1000) })
  if (markup === undefined) delete message.markup
  else message.markup = markup
  world.events.emit(() => ({ type: 'edit', message: toSimMessage(world, message) }))
  return messageJson(world, message)
}
