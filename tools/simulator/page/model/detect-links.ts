import type { SimEntity } from '../page-api.ts'

interface Finder {
  type: string
  pattern: RegExp
}

// The order decides: a mail address is not the site in it.
const FINDERS: readonly Finder[] = [
  { type: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  {
    type: 'url',
    pattern:
      /\b(?:https?:\/\/[^\s<>«»"]+|(?:[a-z0-9-]+\.)+(?:ua|com|org|net|me|info|io|app|dev|eu)\b(?:[/?#][^\s<>«»"]*)?)/giu,
  },
  { type: 'bot_command', pattern: /(?<![\p{L}\p{N}_/])\/[a-z0-9_]{1,32}(?:@\w+)?(?![\w/])/giu },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_@.])@[a-z]\w{3,31}/giu },
]

/** Inside these nothing is looked for: they are literal, or links already. */
const CLOSED: ReadonlySet<string> = new Set([
  'code',
  'pre',
  'text_link',
  'url',
  'email',
  'mention',
  'bot_command',
])

/**
 * Adds the links, addresses and commands a person sees in plain text, as messengers do.
 * The entities that came with the message win over what is found here.
 */
export function withDetectedLinks(text: string, entities: readonly SimEntity[]): SimEntity[] {
  const closed = entities.filter((entity) => CLOSED.has(entity.type))
  const found: SimEntity[] = []
  for (const finder of FINDERS) {
    for (const entity of find(finder, text)) {
      if (![...closed, ...found].some((other) => overlap(entity, other))) found.push(entity)
    }
  }
  return [...entities, ...found]
}

function find({ type, pattern }: Finder, text: string): SimEntity[] {
  return [...text.matchAll(pattern)].map((match) => {
    const value = type === 'url' ? match[0].replace(/[.,;:!?)\]]+$/u, '') : match[0]
    return { type, offset: match.index, length: value.length }
  })
}

function overlap(a: SimEntity, b: SimEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
