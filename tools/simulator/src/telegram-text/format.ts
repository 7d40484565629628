import type { Entity, FormattedText } from '../store/model.ts'
import { clean, isInvisible } from './clean.ts'
import { findEntities } from './find-entities.ts'
import { addFound, fixEntities } from './fix-entities.ts'
import { readGivenEntities } from './given-entities.ts'
import { parseHtml } from './html.ts'
import { parseMarkdownV2 } from './markdown-v2.ts'
import { TextError } from './parse-error.ts'

/** UTF-16 units after entity parsing. */
export const TEXT_LIMIT = 4096
export const CAPTION_LIMIT = 1024
/** Bytes before parsing. */
const SOURCE_LIMIT = 1 << 15

export interface TextInput {
  text: string
  parseMode: string
  entities: unknown
}

/** The text of a message: parsed, cleaned, neither empty nor too long. */
export function formatText(input: TextInput): FormattedText {
  if (input.text === '') throw new TextError('Message text is empty')
  const formatted = format(input)
  if (isInvisible(formatted.text)) throw new TextError('Text must be non-empty')
  if (formatted.text.length > TEXT_LIMIT) throw new TextError('Message is too long')
  return formatted
}

/** The caption of a file, which may be empty. */
export function formatCaption(input: TextInput): FormattedText {
  const formatted = format(input)
  if (isInvisible(formatted.text)) return { text: '', entities: [] }
  if (formatted.text.length > CAPTION_LIMIT) throw new TextError('Message caption is too long')
  return formatted
}

/** What Telegram makes of plain text that a person writes. */
export function plainText(text: string, entities: Entity[] = []): FormattedText {
  const cleaned = clean({ text, entities: fixEntities(entities) })
  return { text: cleaned.text, entities: addFound(cleaned.entities, findEntities(cleaned.text)) }
}

function format(input: TextInput): FormattedText {
  if (Buffer.byteLength(input.text) > SOURCE_LIMIT) throw new TextError('Text is too long')
  const parsed = parse(input)
  return plainText(parsed.text, parsed.entities)
}

function parse({ text, parseMode, entities }: TextInput): FormattedText {
  const mode = parseMode.toLowerCase()
  if (text === '' || mode === '' || mode === 'none') return { text, entities: readGivenEntities(entities) }
  if (mode !== 'html' && mode !== 'markdownv2') throw new TextError('Unsupported parse_mode')
  try {
    return mode === 'html' ? parseHtml(text) : parseMarkdownV2(text)
  } catch (error) {
    if (error instanceof TextError) throw new TextError(`Can't parse entities: ${error.message}`)
    throw error
  }
}
