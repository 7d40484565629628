import type { Args } from './args.ts'
import { isObject, json } from './args.ts'
import { badRequest } from './refusal.ts'

/** The emoji that Bot API lets bots react with; the joined ones are written as their parts. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...[
    '👍',
    '👎',
    '❤',
    '🔥',
    '🥰',
    '👏',
    '😁',
    '🤔',
    '🤯',
    '😱',
    '🤬',
    '😢',
    '🎉',
    '🤩',
    '🤮',
    '💩',
    '🙏',
    '👌',
  ],
  ...[
    '🕊',
    '🤡',
    '🥱',
    '🥴',
    '😍',
    '🐳',
    '🌚',
    '🌭',
    '💯',
    '🤣',
    '⚡',
    '🍌',
    '🏆',
    '💔',
    '🤨',
    '😐',
    '🍓',
    '🍾',
  ],
  ...[
    '💋',
    '🖕',
    '😈',
    '😴',
    '😭',
    '🤓',
    '👻',
    '👀',
    '🎃',
    '🙈',
    '😇',
    '😨',
    '🤝',
    '✍',
    '🤗',
    '🫡',
    '🎅',
    '🎄',
  ],
  ...['☃', '💅', '🤪', '🗿', '🆒', '💘', '🙉', '🦄', '😘', '💊', '🙊', '😎', '👾', '🤷', '😡'],
  ...[joined('❤', '🔥'), joined('👨', '💻'), joined('🤷', '♂'), joined('🤷', '♀')],
])

/** The reaction that is asked for, not yet checked; undefined: none, which takes the former one away. */
export interface WantedReaction {
  emoji: string | undefined
  /** More than one was asked for. */
  several: boolean
}

/** Reads `reaction`, as the official server does before it looks at anything else. */
export function readReaction(args: Args): WantedReaction {
  const given = json(args, 'reaction', "Can't parse reaction types JSON object") ?? []
  if (!Array.isArray(given)) throw badRequest('Expected an Array of ReactionType')
  const emoji = given.map(readType)
  return { emoji: emoji[0], several: emoji.length > 1 }
}

/** A bot has one reaction to a message, and no custom emoji where nobody put it there before. */
export function checkReaction({ emoji, several }: WantedReaction): void {
  if (several) throw badRequest('REACTIONS_TOO_MANY')
  if (emoji !== undefined && !ALLOWED.has(emoji)) throw badRequest('REACTION_INVALID')
}

function readType(value: unknown): string {
  if (!isObject(value)) throw badRequest("Can't parse ReactionType: expected an Object")
  const type = value['type']
  if (type === 'custom_emoji') return field(value, 'custom_emoji_id')
  if (field(value, 'type') !== 'emoji')
    throw badRequest("Can't parse ReactionType: invalid reaction type specified")
  // A sign that asks for the coloured form changes nothing.
  return field(value, 'emoji').replaceAll('\uFE0F', '')
}

function field(value: Record<string, unknown>, name: string): string {
  const found = value[name]
  if (typeof found !== 'string') throw badRequest(`Can't parse ReactionType: Can't find field "${name}"`)
  return found
}

function joined(...parts: string[]): string {
  return parts.join('\u200D')
}
