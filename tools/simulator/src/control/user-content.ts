import { z } from 'zod'
import { saveUpload } from '../bot-api/input-file.ts'
import { Refusal } from '../bot-api/refusal.ts'
import type { Upload } from '../store/files.ts'
import { mimeOf } from '../store/mime.ts'
import type { Content, FormattedText, StoredFile } from '../store/model.ts'
import type { World } from '../store/world.ts'
import { CAPTION_LIMIT, TEXT_LIMIT, plainText } from '../telegram-text/format.ts'
import { readGivenEntities } from '../telegram-text/given-entities.ts'
import { TextError } from '../telegram-text/parse-error.ts'
import { ControlError } from './control-error.ts'

const entity = z.object({
  type: z.string(),
  offset: z.number().int().min(0),
  length: z.number().int().positive(),
  url: z.string().optional(),
  language: z.string().optional(),
})

/** Body of `POST /sim/users/:id/messages`. */
export const writtenMessage = z.object({
  chatId: z.number().int().optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  photo: z.object({ data: z.base64() }).optional(),
  document: z.object({ name: z.string().min(1).max(255), data: z.base64() }).optional(),
  sticker: z.string().optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  /** A message that the user can read and forwards as it is. */
  forward: z.object({ chatId: z.number().int(), messageId: z.number().int() }).optional(),
})

type WrittenMessage = z.infer<typeof writtenMessage>

/** What a user sends, as a message's content. */
export function readContent(world: World, written: WrittenMessage): Content {
  if (written.location !== undefined) return { entities: [], location: written.location }
  if (written.sticker !== undefined) return stickerContent(world, written.sticker)
  const formatted = readWords(written)
  const file = readAttachment(world, written)
  if (file !== undefined) return { caption: formatted.text, entities: formatted.entities, file }
  if (formatted.text === '')
    throw new ControlError(400, 'A message needs words, a file, a sticker or a place')
  return formatted
}

/** An app checks formatting as the server does for bots: links are completed, what overlaps is cut. */
function readWords({ text = '', entities, photo, document }: WrittenMessage): FormattedText {
  const limit = photo === undefined && document === undefined ? TEXT_LIMIT : CAPTION_LIMIT
  if (text.length > limit) throw new ControlError(400, `Here a message has at most ${limit} characters`)
  try {
    return plainText(text, readGivenEntities(entities))
  } catch (error) {
    if (error instanceof TextError) throw new ControlError(400, error.message)
    throw error
  }
}

function readAttachment(world: World, { photo, document }: WrittenMessage): StoredFile | undefined {
  try {
    if (photo !== undefined) return saveUpload(world, upload('photo', photo.data), 'photo')
    if (document === undefined) return undefined
    return saveUpload(world, upload(document.name, document.data), 'document')
  } catch (error) {
    if (error instanceof Refusal) throw new ControlError(400, `This file cannot be sent: ${error.message}`)
    throw error
  }
}

function upload(name: string, base64: string): Upload {
  return { name, mime: mimeOf(name), data: Buffer.from(base64, 'base64') }
}

function stickerContent(world: World, emoji: string): Content {
  const upload = { name: 'sticker.webp', mime: 'image/webp', data: Buffer.from(`sticker ${emoji}`) }
  return { entities: [], sticker: emoji, file: world.files.save(upload, 'sticker') }
}
