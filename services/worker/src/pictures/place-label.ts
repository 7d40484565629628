import type { Box, TextAnchor } from './svg.ts'
import { EDGE, WIDTH } from './svg.ts'

/** A row that labels stand in: where their letters stand, and where the row begins. */
export interface Row {
  baseline: number
  top: number
}

/** Somewhere a label may stand. */
export interface Spot {
  row: Row
  x: number
  anchor: Exclude<TextAnchor, 'middle'>
}

/** A label with the line it belongs to, which begins beside or under the label and goes down to the axis. */
export interface Placed {
  box: Box
  line: Box | null
}

/** Clear room around a label. */
const CLEAR = 8
/** Height of the letters of a label above and below its baseline. */
const ASCENT = 24
const DESCENT = 6
/** Half the room that a line takes with its halo. */
const LINE_REACH = 6
const DOWN = 1_000

/** What stands there already. */
export interface Surroundings {
  placed: readonly Placed[]
  /** Lines that will stand there whatever happens. */
  walls: readonly Box[]
}

export interface PlacedLabel {
  spot: Spot
  placed: Placed
  /** A line goes through it: there was no better spot. */
  crossed: boolean
}

/**
 * The first spot inside the picture where neither label nor line touch what stands there already. When there is none,
 * the first where no label touches another; then the first that is inside.
 * @param lineX where the label's line stands; null: it has none
 */
export function placeLabel(
  width: number,
  lineX: number | null,
  spots: readonly Spot[],
  surroundings: Surroundings,
): PlacedLabel {
  const choices = spots.map((spot) => ({
    spot,
    placed: placedAt(spot, width, lineX),
  }))
  const inside = choices.filter(({ placed: { box } }) => box.x >= EDGE && box.x + box.width <= WIDTH - EDGE)
  const apart = inside.filter(({ placed: { box } }) => !touchesLabel(box, surroundings))
  const free = apart.find(({ placed }) => !isCrossed(placed, lineX, surroundings))
  const chosen = free ?? apart[0] ?? inside[0] ?? choices[0]
  if (chosen === undefined) throw new RangeError('A label needs a spot to stand at')
  return { ...chosen, crossed: free === undefined }
}

/** The room of a line that begins at a row. */
export function lineAt(x: number, { top }: Row): Box {
  return { x: x - LINE_REACH, y: top, width: 2 * LINE_REACH, height: DOWN }
}

/** A line that would go through its own label begins under it. */
function placedAt(spot: Spot, width: number, lineX: number | null): Placed {
  const box = boxAt(spot, width)
  if (lineX === null) return { box, line: null }
  const isUnder = lineX + LINE_REACH > box.x && lineX - LINE_REACH < box.x + box.width
  const top = isUnder ? box.y + box.height : spot.row.top
  return { box, line: lineAt(lineX, { ...spot.row, top }) }
}

function boxAt({ row, x, anchor }: Spot, width: number): Box {
  return { x: anchor === 'start' ? x : x - width, y: row.baseline - ASCENT, width, height: ASCENT + DESCENT }
}

function touchesLabel(box: Box, { placed }: Surroundings): boolean {
  return placed.some((other) => touch(box, other.box))
}

/** Does a line go through the label, or its own line through another one? */
function isCrossed({ box, line }: Placed, lineX: number | null, surroundings: Surroundings): boolean {
  const { placed, walls } = surroundings
  // A label stands beside its own line on purpose.
  const others = walls.filter((wall) => lineX === null || wall.x !== lineX - LINE_REACH)
  const lines = [...others, ...placed.flatMap((other) => other.line ?? [])]
  return lines.some((other) => touch(box, other)) || (line !== null && touchesLabel(line, surroundings))
}

function touch(a: Box, b: Box): boolean {
  const beside = a.x + a.width + CLEAR <= b.x || b.x + b.width + CLEAR <= a.x
  return !beside && a.y < b.y + b.height && b.y < a.y + a.height
}
