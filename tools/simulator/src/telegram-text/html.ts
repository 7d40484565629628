import type { Entity, FormattedText } from '../store/model.ts'
import { decodeReference } from './html-entities.ts'
import { readStartTag } from './html-tag.ts'
import { checkLink, mentionedUser } from './link.ts'
import { TextError, byteOffset } from './parse-error.ts'

interface OpenTag {
  name: string
  argument: string
  /** UTF-16 offset in the result. */
  offset: number
}

const SIMPLE: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
}

/** Parses `parse_mode: HTML` as the official server does, with its error texts and byte offsets. */
export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = []
  const entities: Entity[] = []
  let text = ''
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (char === '&') {
      const decoded = decodeReference(source, at)
      if (decoded !== undefined) {
        text += String.fromCodePoint(decoded.code)
        at = decoded.end - 1
        continue
      }
    }
    if (char !== '<') {
      text += char
    } else if (source[at + 1] === '/') {
      at = closeTag(source, at, { open, entities, text })
    } else {
      const tag = readStartTag(source, at)
      open.push({ name: tag.name, argument: tag.argument, offset: text.length })
      at = tag.end
    }
  }
  const last = open.at(-1)
  if (last !== undefined) {
    throw new TextError(`Can't find end tag corresponding to start tag "${last.name}"`)
  }
  return { text, entities: entities.map(withoutCodeLanguage) }
}

interface Parsed {
  open: OpenTag[]
  entities: Entity[]
  text: string
}

/** Handles the end tag at `begin` and returns the index of its `>`. */
function closeTag(source: string, begin: number, parsed: Parsed): number {
  const top = parsed.open.at(-1)
  const where = `at byte offset ${byteOffset(source, begin)}`
  if (top === undefined) throw new TextError(`Unexpected end tag ${where}`)
  const end = /[\s>]|$/.exec(source.slice(begin + 2))?.index ?? 0
  const name = source.slice(begin + 2, begin + 2 + end).toLowerCase()
  let at = begin + 2 + end
  while (/\s/.test(source.charAt(at))) at += 1
  if (source[at] !== '>') throw new TextError(`Unclosed end tag ${where}`)
  if (name !== '' && name !== top.name) {
    throw new TextError(`Unmatched end tag ${where}, expected "</${top.name}>", found "</${name}>"`)
  }
  parsed.open.pop()
  if (parsed.text.length > top.offset) addEntity(top, parsed)
  return at
}

function addEntity(tag: OpenTag, { entities, text }: Parsed): void {
  const place = { offset: tag.offset, length: text.length - tag.offset }
  const simple = SIMPLE[tag.name]
  if (simple !== undefined) entities.push({ type: simple, ...place })
  else if (tag.name === 'a') addLink(tag.argument || text.slice(tag.offset), place, entities)
  else if (tag.name === 'pre' || tag.name === 'code') addCode(tag, place, entities)
  else if (tag.name === 'tg-emoji') addCustomEmoji(tag.argument, place, entities)
  else entities.push({ type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote', ...place })
}

function addLink(href: string, place: { offset: number; length: number }, entities: Entity[]): void {
  const userId = mentionedUser(href)
  if (userId !== undefined) {
    entities.push({ type: 'text_mention', ...place, user: { id: userId } })
    return
  }
  const checked = checkLink(href)
  // A bad link is no error: Telegram sends the text without it.
  if ('url' in checked) entities.push({ type: 'text_link', ...place, url: checked.url })
}

/** `<pre><code class="language-x">` is one entity with a language, in either order of nesting. */
function addCode(tag: OpenTag, place: { offset: number; length: number }, entities: Entity[]): void {
  const inner = entities.at(-1)
  const other = tag.name === 'pre' ? 'code' : 'pre'
  const sameSpan = inner?.type === other && inner.offset === place.offset && inner.length === place.length
  if (sameSpan && (tag.name === 'pre' ? inner.language !== undefined : tag.argument !== '')) {
    inner.type = 'pre'
    if (tag.name === 'code') inner.language = tag.argument
    return
  }
  const language = tag.name === 'code' && tag.argument !== '' ? { language: tag.argument } : {}
  entities.push({ type: tag.name, ...place, ...language })
}

function addCustomEmoji(id: string, place: { offset: number; length: number }, entities: Entity[]): void {
  if (!/^[1-9]\d{0,18}$/.test(id)) throw new TextError('Invalid custom emoji identifier specified')
  entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: id })
}

function withoutCodeLanguage(entity: Entity): Entity {
  if (entity.type !== 'code') return entity
  return { type: 'code', offset: entity.offset, length: entity.length }
}
