import { decodeReferences } from './html-entities.ts'
import { TextError, byteOffset } from './parse-error.ts'

/** Start tags that Telegram supports. `tg-time` and `tg-emoji` exist there too, but no bot of ours uses them. */
const SUPPORTED = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji span pre code blockquote'.split(' '),
)

interface StartTag {
  name: string
  /** href of a link, language of code, class of a span, emoji id, or 'expandable'. */
  argument: string
  /** Index of the closing `>`. */
  end: number
}

/** Reads the start tag whose `<` stands at `begin`. */
export function readStartTag(text: string, begin: number): StartTag {
  const unclosed = (name?: string): TextError =>
    new TextError(
      `Unclosed start tag${name === undefined ? '' : ` "${name}"`} at byte offset ${byteOffset(text, begin)}`,
    )
  let at = skip(text, begin + 1, /[^\s>]/)
  if (at >= text.length) throw unclosed()
  const name = text.slice(begin + 1, at).toLowerCase()
  if (!SUPPORTED.has(name)) {
    throw new TextError(`Unsupported start tag "${name}" at byte offset ${byteOffset(text, begin)}`)
  }
  let argument = ''
  for (;;) {
    at = skip(text, at, /\s/)
    if (text[at] === '>') break
    const attribute = readAttribute(text, at, begin, name)
    if (attribute.end >= text.length) throw unclosed(attribute.value === undefined ? name : undefined)
    argument = argumentOf(name, attribute) ?? argument
    at = attribute.end
  }
  if (name === 'span' && argument !== 'spoiler') {
    throw new TextError(`Tag "span" must have class "tg-spoiler" at byte offset ${byteOffset(text, begin)}`)
  }
  return { name, argument, end: at }
}

interface Attribute {
  key: string
  value: string | undefined
  /** Index after the attribute. */
  end: number
}

function readAttribute(text: string, begin: number, tagBegin: number, tag: string): Attribute {
  let at = skip(text, begin, /[^\s=>/"']/)
  const key = text.slice(begin, at)
  if (key === '') {
    if (at >= text.length) return { key, value: undefined, end: at }
    throw new TextError(
      `Empty attribute name in the tag "${tag}" at byte offset ${byteOffset(text, tagBegin)}`,
    )
  }
  at = skip(text, at, /\s/)
  if (text[at] !== '=') return { key, value: undefined, end: at }
  at = skip(text, at + 1, /\s/)
  const quote = text[at]
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1)
    if (close === -1) return { key, value: '', end: text.length }
    return { key, value: decodeReferences(text.slice(at + 1, close)), end: close + 1 }
  }
  const end = skip(text, at, /[a-z0-9.-]/i)
  if (end < text.length && !/[\s>]/.test(text.charAt(end))) {
    throw new TextError(`Unexpected end of name token at byte offset ${byteOffset(text, at)}`)
  }
  return { key, value: text.slice(at, end).toLowerCase(), end }
}

function argumentOf(tag: string, { key, value }: Attribute): string | undefined {
  if (tag === 'blockquote' && key === 'expandable') return 'expandable'
  if (value === undefined) return undefined
  if (tag === 'a' && key === 'href') return value
  if (tag === 'tg-emoji' && key === 'emoji-id') return value
  if (tag === 'code' && key === 'class' && value.startsWith('language-')) return value.slice(9)
  if (tag === 'span' && key === 'class' && value.startsWith('tg-')) return value.slice(3)
  return undefined
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from
  while (at < text.length && what.test(text.charAt(at))) at += 1
  return at
}
