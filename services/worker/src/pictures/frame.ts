import { firstThatFits, fitText, fitTitle, printable, widthOf } from './fit-text.ts'
import { PALETTE } from './palette.ts'
import type { ChartWords } from './picture-spec.ts'
import { EDGE, HEIGHT, text, verticalLine, WIDTH } from './svg.ts'
import type { LineStyle } from './svg.ts'

const ROOM = WIDTH - 2 * EDGE
/** Least size of any text: smaller ones cannot be read in a phone's bubble. */
const SMALL = 22
const TITLE = 30
/** Between the foot and the brand at its right. */
const GAP = 20

/** What every chart has: title and subtitle above, what and when below. */
export function frame({ title, subtitle, foot, brand }: ChartWords): string[] {
  const small = { size: SMALL, fill: PALETTE.secondary }
  const mark = printable(brand, 'bold')
  const footRoom = ROOM - widthOf(mark, SMALL, 'bold') - GAP
  const bottom = HEIGHT - EDGE
  return [
    text(EDGE, 54, fitTitle(title, ROOM, TITLE, 'bold'), { size: TITLE, weight: 'bold', fill: PALETTE.ink }),
    text(EDGE, 84, fitText(printable(subtitle, 'regular'), ROOM, SMALL, 'regular'), small),
    text(EDGE, bottom, firstThatFits(foot, footRoom, SMALL, 'regular'), small),
    text(WIDTH - EDGE, bottom, mark, { ...small, weight: 'bold', anchor: 'end' }),
  ]
}

/** The scores under an axis, those at its ends inside the picture. */
export function ticks(scores: readonly number[], x: (score: number) => number, baseline: number): string[] {
  return scores.map((score) => {
    const words = String(score / 1000)
    const half = widthOf(words, SMALL, 'regular') / 2
    const at = Math.min(WIDTH - EDGE - half, Math.max(EDGE + half, x(score)))
    return text(at, baseline, words, { size: SMALL, fill: PALETTE.secondary, anchor: 'middle' })
  })
}

/** A line with three units of the background on each side: over bars it would hardly be seen. */
export function lineWithHalo(x: number, from: number, to: number, style: LineStyle): string[] {
  const halo: LineStyle = { stroke: PALETTE.background, width: style.width + 6 }
  return [verticalLine(x, from, to, halo), verticalLine(x, from, to, style)]
}
