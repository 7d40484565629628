import { z } from 'zod'
import type { Entity } from '../store/model.ts'
import { checkLink } from './link.ts'
import { TextError } from './parse-error.ts'

/** Types a bot may state; those that Telegram finds by itself are accepted and ignored. */
const STATED = new Set([
  ...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote'],
  ...['code', 'pre', 'text_link', 'text_mention', 'custom_emoji'],
])
const FOUND = new Set([
  ...['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number', 'bank_card_number'],
])

const entitySchema = z.object({
  type: z.string(),
  offset: z.coerce.number().int().min(0),
  length: z.coerce.number().int().min(0),
  url: z.string().optional(),
  language: z.string().optional(),
  custom_emoji_id: z.string().optional(),
  user: z.object({ id: z.number() }).optional(),
})

/** Reads the parameter `entities` (or `caption_entities`). Anything but an array counts as none. */
export function readGivenEntities(value: unknown): Entity[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item: unknown) => readOne(item))
}

function readOne(item: unknown): Entity[] {
  const parsed = entitySchema.safeParse(item)
  if (!parsed.success) throw new TextError("Can't parse MessageEntity: expected an Object")
  const { type, offset, length, url, language, custom_emoji_id, user } = parsed.data
  if (FOUND.has(type)) return []
  if (!STATED.has(type)) throw new TextError("Can't parse MessageEntity: Unsupported type specified")
  const place = { type, offset, length }
  if (type === 'pre' && language !== undefined) return [{ ...place, language }]
  if (type === 'text_mention' && user !== undefined) return [{ ...place, user: { id: user.id } }]
  if (type === 'custom_emoji' && custom_emoji_id !== undefined) return [{ ...place, custom_emoji_id }]
  if (type === 'text_link') {
    const checked = checkLink(url ?? '')
    return 'url' in checked ? [{ ...place, url: checked.url }] : []
  }
  return [place]
}
