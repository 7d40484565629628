import { z } from 'zod'
import { saveUpload } from '../bot-api/input-file.ts'
import { Refusal } from '../bot-api/refusal.ts'
import type { Content, Entity } from '../store/model.ts'
import type { World } from '../store/world.ts'
import { TEXT_LIMIT, plainText } from '../telegram-text/format.ts'
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
  sticker: z.string().optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
})

type WrittenMessage = z.infer<typeof writtenMessage>

/** What a user sends, as a message's content. */
export function readContent(world: World, written: WrittenMessage): Content {
  const text = written.text ?? ''
  if (text.length > TEXT_LIMIT) throw new ControlError(400, `A message has at most ${TEXT_LIMIT} characters`)
  if (written.location !== undefined) return { entities: [], location: written.location }
  if (written.sticker !== undefined) return stickerContent(world, written.sticker)
  const formatted = plainText(text, (written.entities ?? []) as Entity[])
  if (written.photo !== undefined) return photoContent(world, written.photo.data, formatted)
  if (formatted.text === '') throw new ControlError(400, 'A message needs a text, photo, sticker or location')
  return formatted
}

function photoContent(
  world: World,
  base64: string,
  formatted: { text: string; entities: Entity[] },
): Content {
  const data = Buffer.from(base64, 'base64')
  try {
    const file = saveUpload(world, { name: 'photo', mime: 'image/jpeg', data }, 'photo')
    return { caption: formatted.text, entities: formatted.entities, file }
  } catch (error) {
    if (error instanceof Refusal)
      throw new ControlError(400, 'The photo is neither a PNG nor a JPEG of fitting size')
    throw error
  }
}

function stickerContent(world: World, emoji: string): Content {
  const upload = { name: 'sticker.webp', mime: 'image/webp', data: Buffer.from(`sticker ${emoji}`) }
  return { entities: [], sticker: emoji, file: world.files.save(upload, 'sticker') }
}
