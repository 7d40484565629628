import type { Entity, FormattedText } from '../store/model.ts'
import { TextError } from './parse-error.ts'

/** Control characters (of ASCII, but for line ends) become spaces. */
const CONTROL = /(?![\n\r\u007f-\u009f])\p{Cc}/gu
/** Carriage returns, direction overrides and combining vertical lines disappear. */
const REMOVED = /[\r\u2028-\u202e]|\u0333|\u033f|\u030a/
const REMOVED_ALL = new RegExp(REMOVED, 'g')

/** Letters that show nothing: a text of these alone is empty. */
const INVISIBLE = /^[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff\u3164\u2800]*$/

/** Removes what Telegram removes and trims both ends; entities keep pointing at their letters. */
export function clean({ text, entities }: FormattedText): FormattedText {
  checkPlaces(text, entities)
  const plain = text.replace(CONTROL, ' ')
  const kept = REMOVED.test(plain) ? dropped(plain, entities) : { text: plain, entities }
  return trimmed(kept)
}

export function isInvisible(text: string): boolean {
  return INVISIBLE.test(text)
}

function checkPlaces(text: string, entities: Entity[]): void {
  for (const { offset, length } of entities) {
    const end = offset + length
    if (offset >= text.length) {
      throw new TextError(`Entity begins after the end of the text at UTF-16 offset ${offset}`)
    }
    if (end > text.length) {
      throw new TextError(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      )
    }
    if (splitsPair(text, offset)) throw new TextError('Entity begins in a middle of a UTF-16 symbol')
    if (splitsPair(text, end)) {
      throw new TextError(`Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol`)
    }
  }
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at))
}

function dropped(text: string, entities: Entity[]): FormattedText {
  const lost = (end: number): number => text.slice(0, end).match(REMOVED_ALL)?.length ?? 0
  const moved = entities.map((entity) => {
    const offset = entity.offset - lost(entity.offset)
    const end = entity.offset + entity.length
    return { ...entity, offset, length: end - lost(end) - offset }
  })
  return { text: text.replace(REMOVED_ALL, ''), entities: moved.filter((entity) => entity.length > 0) }
}

/** Leading whitespace stays where an entity begins, as on Telegram. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const right = text.replace(/[ \n]+$/, '')
  const firstEntity = Math.min(right.length, ...entities.map((entity) => entity.offset))
  const left = Math.min(firstEntity, /^[ \n]*/.exec(right)?.[0].length ?? 0)
  if (left === 0 && right.length === text.length) return { text, entities }
  const end = right.length
  const moved = entities
    .filter((entity) => entity.offset < end)
    .map((entity) => ({
      ...entity,
      offset: entity.offset - left,
      length: Math.min(entity.length, end - entity.offset),
    }))
  return { text: right.slice(left), entities: moved }
}
