import type { Entity } from '../store/model.ts'

/** Telegram marks these itself. Simpler than its own rules, the same for what people write to a bot. */
const PATTERNS: readonly [type: string, pattern: RegExp][] = [
  [
    'url',
    /(?<![@\p{L}\p{N}_])(?:https?:\/\/[^\s<>"]+|(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|info|me|io|app|dev|ua)(?![\p{L}\p{N}_-])(?:[:/?#][^\s<>"]*)?)/giu,
  ],
  ['email', /(?<![\p{L}\p{N}._%+-])[a-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\p{L}\p{N}_-])/giu],
  ['mention', /(?<![\p{L}\p{N}_@/])@[a-z][a-z0-9_]{2,31}(?![\p{L}\p{N}_])/giu],
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#&])#(?=[\p{L}\p{N}_]*[\p{L}_])[\p{L}\p{N}_]{1,255}/gu],
]

const TRAILING = /[.,:;!?'"»)\]]+$/

/** Links, mentions, commands, e-mail addresses and hashtags of a text; they never overlap. */
export function findEntities(text: string): Entity[] {
  if (!/[/@#.]/.test(text)) return []
  const found: Entity[] = []
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = type === 'url' ? match[0].replace(TRAILING, '') : match[0]
      const entity = { type, offset: match.index, length: value.length }
      if (!found.some((other) => overlap(entity, other))) found.push(entity)
    }
  }
  return found.sort((a, b) => a.offset - b.offset)
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
