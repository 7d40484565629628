import type { Content, ForwardOrigin, Message } from './model.ts'

/** What a message says, for a copy of it. */
export function contentOf(message: Message): Content {
  const { text, caption, entities, file, location, sticker, linkPreview } = message
  return {
    entities,
    ...(text === undefined ? {} : { text }),
    ...(caption === undefined ? {} : { caption }),
    ...(file === undefined ? {} : { file }),
    ...(location === undefined ? {} : { location }),
    ...(sticker === undefined ? {} : { sticker }),
    ...(linkPreview === undefined ? {} : { linkPreview }),
  }
}

/** Who wrote it first: forwarding what was forwarded does not change that. */
export function originOf(message: Message): ForwardOrigin {
  return message.forward ?? { from: message.from, date: message.date }
}
