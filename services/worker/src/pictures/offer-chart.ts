import { axisOver, ticksOf } from './axis.ts'
import { frame, lineWithHalo, ticks } from './frame.ts'
import { modelledMark } from './modelled-mark.ts'
import { placeMarks, ROWS, scaleOver } from './offer-marks.ts'
import type { PlacedMark, ScaleX } from './offer-marks.ts'
import { PALETTE } from './palette.ts'
import type { Dots, Histogram, OfferChart } from './picture-spec.ts'
import { stackDots } from './stack-dots.ts'
import { circle, EDGE, picture, pointer, rect, text, WIDTH } from './svg.ts'
import type { Box } from './svg.ts'

/** Where applicants stand: between the labels and the axis. */
const PLOT: Box = { x: EDGE, y: 212, width: WIDTH - 2 * EDGE, height: 174 }
const BASE = PLOT.y + PLOT.height
/** One application is never taller. */
const TALLEST_ONE = 24
const GAP = 2
const DOT = 9
const POINTER = 13

/** The chart of an offer as SVG. The same data, the same picture. */
export function offerChart(chart: OfferChart): string {
  const axis = axisOver(scoresOf(chart))
  const x = scaleOver(axis)
  const marks = placeMarks(chart, x)
  const threshold = chart.mine[0]?.score ?? null
  return picture([
    ...zone(chart, x),
    ...modelledMark(chart.words, PLOT),
    ...(chart.scores.form === 'bars' ? bars(chart.scores, threshold, x) : []),
    rect({ x: EDGE, y: BASE, width: PLOT.width, height: 2 }, PALETTE.secondary),
    ...marks.toReversed().flatMap(markLine),
    // A halo would hide a dot.
    ...(chart.scores.form === 'dots' ? dots(chart.scores, threshold, x) : []),
    ...marks.map(({ label }) => text(label.x, label.y, label.words, label)),
    ...ticks(ticksOf(axis), x, BASE + 26),
    ...frame(chart.words),
  ])
}

/** Everything the axis has to reach. */
function scoresOf({ scores, mine, places, lastYear }: OfferChart): number[] {
  const applicants = scores.form === 'bars' ? [scores.from] : scores.scores
  const marks = [...mine, lastYear, places].map((mark) => mark?.score ?? null)
  return [...applicants, ...marks.filter((score) => score !== null)]
}

function zone({ places }: OfferChart, x: ScaleX): string[] {
  if (places === null) return []
  const from = places.score === null ? EDGE : x(places.score)
  return [
    rect(
      { x: from, y: ROWS.second.top, width: WIDTH - EDGE - from, height: BASE - ROWS.second.top },
      PALETTE.zone,
    ),
  ]
}

function bars({ step, from, counts }: Histogram, threshold: number | null, x: ScaleX): string[] {
  const unit = Math.min(TALLEST_ONE, PLOT.height / Math.max(...counts))
  return counts.flatMap((count, index) => {
    const low = from + index * step
    return count === 0 ? [] : bar(low, low + step, count * unit, threshold, x)
  })
}

/** A bar, in two colours where my score lies inside it. */
function bar(low: number, high: number, height: number, threshold: number | null, x: ScaleX): string[] {
  const [left, right] = [x(low) + GAP / 2, x(high) - GAP / 2]
  const split = threshold === null ? right : Math.min(right, Math.max(left, x(threshold)))
  const part = (start: number, end: number) => ({ x: start, y: BASE - height, width: end - start, height })
  return [
    ...(split > left ? [rect(part(left, split), PALETTE.bars)] : []),
    ...(right > split ? [rect(part(split, right), PALETTE.barsAbove)] : []),
  ]
}

function dots({ scores }: Dots, threshold: number | null, x: ScaleX): string[] {
  const levels = stackDots(scores.map(x), 2 * DOT + GAP)
  return scores.map((score, index) => {
    const y = BASE - DOT - (levels[index] ?? 0) * (2 * DOT + GAP)
    return circle(
      x(score),
      y,
      DOT,
      threshold !== null && score > threshold ? PALETTE.barsAbove : PALETTE.bars,
    )
  })
}

function markLine({ kind, line, label }: PlacedMark): string[] {
  if (line === null) return []
  switch (kind) {
    case 'me':
      return [
        ...lineWithHalo(line.x, line.from, BASE, { stroke: PALETTE.me, width: label.size > 30 ? 6 : 4 }),
        pointer(line.x, line.from + POINTER, POINTER, PALETTE.me),
      ]
    case 'places':
      return lineWithHalo(line.x, line.from, BASE, { stroke: PALETTE.places, width: 4, dashes: [14, 8] })
    case 'last-year':
      return lineWithHalo(line.x, line.from, BASE, {
        ...{ stroke: PALETTE.ink, width: 4, dashes: [0.1, 9], round: true },
      })
  }
}
