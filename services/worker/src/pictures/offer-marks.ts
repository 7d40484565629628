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
  words: string
  spots: Spot[]
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

function placeMark(
  { kind, at, words, spots, look }: Wanted,
  placed: readonly Placed[],
  walls: readonly Box[],
): { mark: PlacedMark; room: Placed } {
  const shown = printable(words, look.weight)
  const width = widthOf(shown, look.size, look.weight)
  const { spot, placed: room, crossed } = placeLabel(width, at, spots, { placed, walls })
  const label = { x: spot.x, y: spot.row.baseline, anchor: spot.anchor, words: shown, halo: crossed, ...look }
  return { mark: { kind, line: at === null ? null : { x: at, from: spot.row.top }, label }, room }
}

function wantedMarks({ mine, places, lastYear }: OfferChart, x: ScaleX): Wanted[] {
  const merged = lastYear !== null && mine.some((mark) => isSame(mark, lastYear))
  const own = mine.map((mark, index): Wanted => {
    const at = x(mark.score)
    const words = lastYear !== null && isSame(mark, lastYear) ? mark.labelWithLastYear : mark.label
    const look = mine.length > 1 ? LOOKS.oneOfTwo : LOOKS.me
    return { kind: 'me', at, words, spots: ownSpots(at, index), look }
  })
  return [
    ...own,
    ...(places === null ? [] : [wantedPlaces(places, x)]),
    ...(lastYear === null || merged ? [] : [wantedLastYear(lastYear, x)]),
  ]
}

function wantedPlaces({ score, label }: NonNullable<OfferChart['places']>, x: ScaleX): Wanted {
  const at = score === null ? null : x(score)
  const spots = at === null ? cornerSpots() : placesSpots(at)
  return { kind: 'places', at, words: label, spots, look: LOOKS.places }
}

function wantedLastYear({ score, label }: Mark, x: ScaleX): Wanted {
  const at = x(score)
  const spots = [...beside(at, ROWS.second).reverse(), ...beside(at, ROWS.third).reverse()]
  return { kind: 'last-year', at, words: label, spots, look: LOOKS.lastYear }
}

function isSame(mark: OwnMark, lastYear: Mark): boolean {
  return Math.abs(mark.score - lastYear.score) <= SAME_WITHIN
}

/** Right of its line, then left of it. */
function beside(x: number, row: Row): Spot[] {
  return [
    { row, x: x + BESIDE, anchor: 'start' },
    { row, x: x - BESIDE, anchor: 'end' },
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
