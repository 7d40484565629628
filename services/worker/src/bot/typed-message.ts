import type { Message, MessageEntity } from 'grammy/types'
import { MAX_CAPTION } from '../use-cases/broadcast/typed-message.ts'
import type { TypedMessage } from '../use-cases/broadcast/typed-message.ts'

/** Everything `copyMessage` takes, but for texts and pictures, which are kept as they are. */
const COPYABLE = [
  'animation',
  'audio',
  'contact',
  'dice',
  'document',
  'location',
  'photo',
  'sticker',
  'venue',
  'video',
  'video_note',
  'voice',
] as const satisfies readonly (keyof Message)[]

/** Reads a message as the content of a broadcast; formatting is kept exactly. */
export function readTypedMessage(message: Message): TypedMessage {
  if (message.media_group_id !== undefined) return { kind: 'album', groupId: message.media_group_id }
  const { text, caption = '' } = message
  if (text !== undefined) {
    const content = { kind: 'text' as const, text, entities: kept(message.entities), buttons: [] }
    return { kind: 'content', content, text }
  }
  if (caption.length > MAX_CAPTION) return { kind: 'caption-too-long', length: caption.length }
  const photo = plainPhoto(message)
  if (photo !== null) {
    const entities = kept(message.caption_entities)
    return {
      kind: 'content',
      content: { kind: 'photo', fileId: photo, caption, entities, buttons: [] },
      text: null,
    }
  }
  if (!isCopyable(message)) return { kind: 'not-copyable' }
  const { chat, message_id: messageId } = message
  return { kind: 'content', content: { kind: 'copy', chatId: chat.id, messageId, buttons: [] }, text: null }
}

function kept(
  entities: readonly MessageEntity[] | undefined,
): { type: string; offset: number; length: number }[] {
  return (entities ?? []).map((entity) => ({ ...entity }))
}

/** The largest size of a picture without a cover or a caption above it: those only a copy keeps. */
function plainPhoto(message: Message): string | null {
  if (message.has_media_spoiler === true || message.show_caption_above_media === true) return null
  return message.photo?.at(-1)?.file_id ?? null
}

/** A quiz shows its right answer to nobody but its author, so it cannot be copied; any other poll can. */
function isCopyable(message: Message): boolean {
  return COPYABLE.some((kind) => message[kind] !== undefined) || message.poll?.type === 'regular'
}
