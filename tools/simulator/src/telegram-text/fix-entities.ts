import type { Entity } from '../store/model.ts'

/** These may overlap anything and are cut by code. */
const STYLES = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler']
const QUOTES = ['blockquote', 'expandable_blockquote']
const CODE = ['pre', 'code']

/** Ties at the same place are ordered outermost first. */
const PRIORITY: Readonly<Record<string, number>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
}

type Range = Pick<Entity, 'offset' | 'length'>

/**
 * What Telegram makes of overlapping entities: touching styles of one kind become one, code holds no style inside,
 * links and code do not intersect one another, quotations do not nest. Sorted as Telegram sorts them.
 */
export function fixEntities(entities: Entity[]): Entity[] {
  if (entities.length === 0) return entities
  const filled = sorted(entities.filter((entity) => entity.length > 0))
  const quotes = withoutIntersecting(filled.filter((entity) => QUOTES.includes(entity.type)))
  const solid = withoutIntersecting(filled.filter((entity) => isSolid(entity.type))).filter(
    (entity) => !quotes.some((quote) => crosses(entity, quote)),
  )
  const code = solid.filter((entity) => CODE.includes(entity.type))
  const styles = STYLES.flatMap((type) => {
    const same = filled.filter((entity) => entity.type === type)
    return united(same)
      .flatMap((range) => cutOut(range, code))
      .map((range) => ({ type, ...range }))
  })
  return sorted([...quotes, ...solid, ...styles])
}

/** Adds found entities (links, commands, ...) where they do not disturb the given ones. */
export function addFound(given: Entity[], found: Entity[]): Entity[] {
  const taken = given.filter((entity) => isSolid(entity.type))
  const quotes = given.filter((entity) => QUOTES.includes(entity.type))
  const free = found.filter(
    (entity) =>
      !taken.some((other) => overlaps(entity, other)) && !quotes.some((quote) => crosses(entity, quote)),
  )
  return free.length === 0 ? given : sorted([...given, ...free])
}

function isSolid(type: string): boolean {
  return !STYLES.includes(type) && !QUOTES.includes(type)
}

function sorted(entities: Entity[]): Entity[] {
  return entities.sort(
    (a, b) =>
      a.offset - b.offset || b.length - a.length || (PRIORITY[a.type] ?? 50) - (PRIORITY[b.type] ?? 50),
  )
}

function withoutIntersecting(entities: Entity[]): Entity[] {
  let end = 0
  return entities.filter((entity) => {
    if (entity.offset < end) return false
    end = entity.offset + entity.length
    return true
  })
}

function overlaps(a: Range, b: Range): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}

/** Overlaps without lying inside. */
function crosses(inner: Range, outer: Range): boolean {
  const inside = inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length
  return overlaps(inner, outer) && !inside
}

function united(ranges: Range[]): Range[] {
  const result: Range[] = []
  for (const { offset, length } of ranges) {
    const last = result.at(-1)
    if (last === undefined || offset > last.offset + last.length) result.push({ offset, length })
    else last.length = Math.max(last.length, offset + length - last.offset)
  }
  return result
}

function cutOut(range: Range, holes: Range[]): Range[] {
  let rest = [range]
  for (const hole of holes) {
    rest = rest.flatMap((part) => {
      if (!overlaps(part, hole)) return [part]
      const end = part.offset + part.length
      const holeEnd = hole.offset + hole.length
      return [
        { offset: part.offset, length: hole.offset - part.offset },
        { offset: holeEnd, length: end - holeEnd },
      ].filter((piece) => piece.length > 0)
    })
  }
  return rest
}
