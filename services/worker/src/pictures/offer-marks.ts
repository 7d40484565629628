import type { Axis } from './axis.ts'
import { printable, widthOf } from './fit-text.ts'
import type { Weight } from './font.ts'
import type { Mark, OfferChart, OwnMark } from './picture-spec.ts'
import type { Colour } from './palette.ts'
import { PALETTE } from './palette.ts'
import { lineAt, placeLabel } from './place-label.ts'
import type { Placed, Row, Spot } from './place-label.ts'
import type { Box } from './svg.ts'
import { EDGE, WIDTH } from './svg.ts'

export type MarkKind = 'me' | 'places' | 'last-year'

/** A mark with its place in the picture. */
export interface PlacedMark {
  kind: MarkKind
  /** Where its line stands and begins; null: it has none. */
  line: { x: number; from: number } | null
  /** `halo`: a line goes through it. */
  label: Look & { x: number; y: number; anchor: Spot['anchor']; words: string; halo: boolean }
}

export const ROWS = {
  first: { baseline: 130, top: 102 },
  second: { baseline: 166, top: 142 },
  third: { baseline: 196, top: 173 },
} as const satisfies Record<string, Row>

/** From a line to its label. */
const BESIDE = 12
/** From a line to the label of another one. */
const ASIDE = 16
/** From the edge of the zone to a label at its end. */
const FROM_EDGE = 6
/** The axis goes on a little beyond its scores: a line at its end has room. */
const INSET = 10
/** Closer than this (thousandths), my score and last year's cut-off are one mark. */
const SAME_WITHIN = 500

export type ScaleX = (score: number) => number

/** Maps scores to the width of the picture. */
export function scaleOver({ from, to }: Axis): ScaleX {
  const left = EDGE + INSET
  return (score) => left + ((score - from) / (to - from)) * (WIDTH - EDGE - INSET - left)
}

interface Look {
  size: number
  weight: Weight
  fill: Colour
}

/** A mark before it has a place. */
interface Wanted {
  kind: MarkKind
  /** Null: it has no line. */
  at: number | null
  /** The longest first. */
  words: string[]
  spots: Spot[]
  /** Where it may stand when no words have room there. */
  spare?: Spot[]
  look: Look
}

const LOOKS = {
  me: { size: 32, weight: 'bold', fill: PALETTE.meText },
  /** Two of them stand side by side. */
  oneOfTwo: { size: 26, weight: 'bold', fill: PALETTE.meText },
  places: { size: 24, weight: 'bold', fill: PALETTE.places },
  lastYear: { size: 24, weight: 'regular', fill: PALETTE.ink },
} as const satisfies Record<string, Look>

/** Every mark of an offer's chart: its line, and its label where nothing else stands. */
export function placeMarks(chart: OfferChart, x: ScaleX): PlacedMark[] {
  // My own lines go through all rows, so every label has to keep clear of them from the start.
  const walls = chart.mine.map(({ score }) => lineAt(x(score), ROWS.first))
  const placed: Placed[] = []
  return wantedMarks(chart, x).map((wanted) => {
    const { mark, room } = placeMark(wanted, placed, walls)
    placed.push(room)
    return mark
  })
}

interface MarkWithRoom {
  mark: PlacedMark
  room: Placed
}

/** With its longest words that no line goes through. */
function placeMark(wanted: Wanted, placed: readonly Placed[], walls: readonly Box[]): MarkWithRoom {
  const { words, spots, spare = [] } = wanted
  const fitting = words.map((one) => placeWords(one, wanted, placed, walls))
  const free = fitting.find(({ mark }) => !mark.label.halo)
  return free ?? placeWords(words[0] ?? '', { ...wanted, spots: [...spots, ...spare] }, placed, walls)
}

function placeWords(
  words: string,
  { kind, at, spots, look }: Wanted,
  placed: readonly Placed[],
  walls: readonly Box[],
): MarkWithRoom {
  const shown = printable(words, look.weight)
  const width = widthOf(shown, look.size, look.weight)
  const { spot, placed: room, crossed } = placeLabel(width, at, spots, { placed, walls })
  const label = { x: spot.x, y: spot.row.baseline, anchor: spot.anchor, words: shown, halo: crossed, ...look }
  const line = at === null || room.line === null ? null : { x: at, from: room.line.y }
  return { mark: { kind, line, label }, room }
}

function wantedMarks({ mine, places, lastYear }: OfferChart, x: ScaleX): Wanted[] {
  const merged = lastYear !== null && mine.some((mark) => isSame(mark, lastYear))
  const own = mine.map((mark, index): Wanted => {
    const at = x(mark.score)
    const words = lastYear !== null && isSame(mark, lastYear) ? mark.labelWithLastYear : mark.label
    const look = mine.length > 1 ? LOOKS.oneOfTwo : LOOKS.me
    return { kind: 'me', at, words: [words], spots: ownSpots(at, index), look }
  })
  return [
    ...own,
    ...(places === null ? [] : [wantedPlaces(places, mine, x)]),
    ...(lastYear === null || merged ? [] : [wantedLastYear(lastYear, mine, x)]),
  ]
}

/** Close to my lines, on the side of the label's own line or else on the other. */
function clearOf(mine: readonly OwnMark[], at: number, x: ScaleX): { near: Spot[]; far: Spot[] } {
  const spots = mine.flatMap(({ score }) =>
    [ROWS.second, ROWS.third].flatMap((row) =>
      beside(x(score), row, ASIDE).map((spot) => ({ spot, line: x(score) })),
    ),
  )
  const isNear = ({ spot, line }: (typeof spots)[number]): boolean => (spot.anchor === 'start') === at >= line
  return {
    near: spots.filter(isNear).map(({ spot }) => spot),
    far: spots.filter((one) => !isNear(one)).map(({ spot }) => spot),
  }
}

function wantedPlaces(
  { score, label, short }: NonNullable<OfferChart['places']>,
  mine: readonly OwnMark[],
  x: ScaleX,
): Wanted {
  const words = short === undefined ? [label] : [label, short]
  const wanted = { kind: 'places', words, look: LOOKS.places } as const
  if (score === null) return { ...wanted, at: null, spots: cornerSpots() }
  const at = x(score)
  const { near, far } = clearOf(mine, at, x)
  return { ...wanted, at, spots: [...placesSpots(at), ...near], spare: far }
}

function wantedLastYear({ score, label }: Mark, mine: readonly OwnMark[], x: ScaleX): Wanted {
  const at = x(score)
  const { near, far } = clearOf(mine, at, x)
  const spots = [...beside(at, ROWS.second).reverse(), ...beside(at, ROWS.third).reverse(), ...near]
  return { kind: 'last-year', at, words: [label], spots, spare: far, look: LOOKS.lastYear }
}

function isSame(mark: OwnMark, lastYear: Mark): boolean {
  return Math.abs(mark.score - lastYear.score) <= SAME_WITHIN
}

/** Right of its line, then left of it. */
function beside(x: number, row: Row, distance = BESIDE): Spot[] {
  return [
    { row, x: x + distance, anchor: 'start' },
    { row, x: x - distance, anchor: 'end' },
  ]
}

/** The higher score speaks to the right, the lower one to the left; below one another where there is no room. */
function ownSpots(x: number, index: number): Spot[] {
  const first = beside(x, ROWS.first)
  return [...(index === 0 ? first : first.toReversed()), ...beside(x, ROWS.second), ...beside(x, ROWS.third)]
}

/** Inside the zone, beside its line or at its far end; else outside, left of the line. */
function placesSpots(x: number): Spot[] {
  const end = { x: WIDTH - EDGE - FROM_EDGE, anchor: 'end' } as const
  return [
    { row: ROWS.second, x: x + BESIDE, anchor: 'start' },
    { row: ROWS.second, ...end },
    { row: ROWS.second, x: x - BESIDE, anchor: 'end' },
    { row: ROWS.third, x: x + BESIDE, anchor: 'start' },
    { row: ROWS.third, x: x - BESIDE, anchor: 'end' },
  ]
}

/** Without a line of its own a label stands at one end of its row. */
function cornerSpots(): Spot[] {
  return [ROWS.second, ROWS.third].flatMap((row): Spot[] => [
    { row, x: WIDTH - EDGE - BESIDE, anchor: 'end' },
    { row, x: EDGE + BESIDE, anchor: 'start' },
  ])
}
