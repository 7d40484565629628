import type { SimEntity } from '../page-api.ts'

/** Text as it is sent: the marks are gone, their meaning is in the entities. */
export interface MarkedText {
  text: string
  entities: SimEntity[]
}

interface Mark {
  sign: string
  type: string
  /** Are marks inside it read as well? */
  nests: boolean
}

/** Longer signs first: three backticks are not three single ones. */
const MARKS: readonly Mark[] = [
  { sign: '```', type: 'pre', nests: false },
  { sign: '`', type: 'code', nests: false },
  { sign: '**', type: 'bold', nests: true },
  { sign: '__', type: 'italic', nests: true },
  { sign: '++', type: 'underline', nests: true },
  { sign: '~~', type: 'strikethrough', nests: true },
  { sign: '||', type: 'spoiler', nests: true },
]

/** `[words](address)`, the address with a scheme or at least a dot. */
const LINK = /^\[([^[\]]+)\]\(((?:[a-z][a-z0-9+.-]*:[^\s()]+)|(?:[^\s()]+\.[^\s()]+))\)/iu

const WORD = /[\p{L}\p{N}_]/u

/**
 * Reads the marks people type in messengers: **bold**, __italic__, ++underlined++, ~~struck~~, ||spoiler||, `code`,
 * ```block```, [words](address). Offsets are in UTF-16 units, as Telegram counts.
 * A sign counts only at the edge of a word, so that `link_a__b__c` stays as it is.
 */
export function readMarkup(source: string): MarkedText {
  const entities: SimEntity[] = []
  const text = read(source, 0, entities)
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}

function read(source: string, base: number, entities: SimEntity[]): string {
  let output = ''
  let at = 0
  while (at < source.length) {
    const piece = markedPiece(source, at) ?? linkPiece(source, at)
    if (piece === undefined) {
      output += source.charAt(at)
      at += 1
      continue
    }
    const offset = base + output.length
    const { entity, nests, content } = piece
    const outer = entities.length
    const inner = nests ? read(content, offset, entities) : content.replace(/^\n|\n$/g, '')
    entities.splice(outer, 0, { ...entity, offset, length: inner.length })
    output += inner
    at = piece.end
  }
  return output
}

interface Piece {
  entity: Pick<SimEntity, 'type' | 'url'>
  nests: boolean
  content: string
  /** Where the source goes on. */
  end: number
}

function linkPiece(source: string, at: number): Piece | undefined {
  if (source.charAt(at) !== '[') return undefined
  const [whole, content = '', url = ''] = LINK.exec(source.slice(at)) ?? []
  if (whole === undefined || content.trim() === '') return undefined
  return { entity: { type: 'text_link', url }, nests: true, content, end: at + whole.length }
}

function markedPiece(source: string, at: number): Piece | undefined {
  const mark = MARKS.find((known) => source.startsWith(known.sign, at))
  if (mark === undefined || WORD.test(source.charAt(at - 1))) return undefined
  const from = at + mark.sign.length
  const close = closing(source, mark, from)
  if (close === undefined) return undefined
  const content = source.slice(from, close)
  return { entity: { type: mark.type }, nests: mark.nests, content, end: close + mark.sign.length }
}

function closing(source: string, mark: Mark, from: number): number | undefined {
  for (let at = source.indexOf(mark.sign, from); at !== -1; at = source.indexOf(mark.sign, at + 1)) {
    const content = source.slice(from, at)
    const next = source.charAt(at + mark.sign.length)
    // `2 ** 3 ** 4` is a sum, not bold: marks stand close to what they mark.
    const close = mark.type === 'pre' || content === content.trim()
    if (close && content.trim() !== '' && !WORD.test(next)) return at
  }
  return undefined
}
