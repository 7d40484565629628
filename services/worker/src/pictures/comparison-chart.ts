import { axisOver, ticksOf } from './axis.ts'
import { fitTitle, printable, widthOf } from './fit-text.ts'
import { frame, lineWithHalo, ticks } from './frame.ts'
import { modelledMark } from './modelled-mark.ts'
import { scaleOver } from './offer-marks.ts'
import type { ScaleX } from './offer-marks.ts'
import { PALETTE } from './palette.ts'
import type { ComparisonChart, ComparisonRow } from './picture-spec.ts'
import { EDGE, picture, pointer, rect, text, WIDTH } from './svg.ts'

const TOP = 126
const BASE = 386
const NAME = 22
const ROOM = WIDTH - 2 * EDGE
const MOST_ROWS = 5
/** Fewer rows do not spread over the whole picture. */
const LEAST_ROWS = 3

/** The comparison of offers as SVG: a row each. */
export function comparisonChart(chart: ComparisonChart): string {
  const axis = axisOver(chart.rows.flatMap(({ p10, mine, lastYear }) => [p10, mine ?? p10, lastYear ?? p10]))
  const x = scaleOver(axis)
  const rows = chart.rows.slice(0, MOST_ROWS)
  const height = (BASE - TOP) / Math.max(LEAST_ROWS, rows.length)
  return picture([
    ...modelledMark(chart.words, { x: EDGE, y: TOP, width: ROOM, height: BASE - TOP }),
    ...rows.flatMap((row, index) => rowOf(row, TOP + index * height, x)),
    ...legend(chart.legend),
    rect({ x: EDGE, y: BASE, width: ROOM, height: 2 }, PALETTE.secondary),
    ...ticks(ticksOf(axis), x, BASE + 26),
    ...frame(chart.words),
  ])
}

/** The name above, the bars of the applicants below it, and on them where I stand. */
function rowOf(row: ComparisonRow, top: number, x: ScaleX): string[] {
  const note = printable(row.note, 'bold')
  const nameRoom = ROOM - widthOf(note, NAME, 'bold') - 16
  const middle = top + 36
  const span = (from: number, to: number, height: number) => ({
    ...{ x: x(from), y: middle - height / 2, width: Math.max(4, x(to) - x(from)), height },
  })
  return [
    text(EDGE, top + 18, fitTitle(row, nameRoom, NAME, 'regular'), { size: NAME, fill: PALETTE.ink }),
    text(WIDTH - EDGE, top + 18, note, { size: NAME, weight: 'bold', fill: PALETTE.ink, anchor: 'end' }),
    rect(span(row.p10, row.p90, 4), PALETTE.bars, 2),
    rect(span(row.p25, row.p75, 14), PALETTE.bars, 3),
    ...(row.lastYear === null ? [] : lastYearTick(x(row.lastYear), middle)),
    ...(row.mine === null ? [] : [pointer(x(row.mine), middle + 6, 11, PALETTE.me)]),
  ]
}

function lastYearTick(x: number, middle: number): string[] {
  return lineWithHalo(x, middle - 9, middle + 9, {
    ...{ stroke: PALETTE.ink, width: 4, dashes: [0.1, 6], round: true },
  })
}

/** What the shapes mean, once for all rows. */
function legend({ half, most, me, lastYear }: ComparisonChart['legend']): string[] {
  const baseline = 114
  const middle = baseline - 7
  const entries: { words: string; shape: (x: number) => string[] }[] = [
    { words: half, shape: (x) => [rect({ x, y: middle - 7, width: 28, height: 14 }, PALETTE.bars, 3)] },
    { words: most, shape: (x) => [rect({ x, y: middle - 2, width: 28, height: 4 }, PALETTE.bars, 2)] },
    ...(me === null
      ? []
      : [{ words: me, shape: (x: number) => [pointer(x + 14, middle + 7, 11, PALETTE.me)] }]),
    ...(lastYear === null ? [] : [{ words: lastYear, shape: (x: number) => lastYearTick(x + 14, middle) }]),
  ]
  let x = EDGE
  return entries.flatMap(({ words, shape }) => {
    const at = x
    const shown = printable(words, 'regular')
    x += 28 + 8 + widthOf(shown, NAME, 'regular') + 22
    return [...shape(at), text(at + 36, baseline, shown, { size: NAME, fill: PALETTE.secondary })]
  })
}
