import { printable, widthOf } from './fit-text.ts'
import type { ChartWords } from './picture-spec.ts'
import { watermark } from './svg.ts'
import type { Box } from './svg.ts'

const SIZE = 52

/** Says across a picture that its numbers are invented, where they are. */
export function modelledMark({ modelled }: Pick<ChartWords, 'modelled'>, box: Box): string[] {
  if (modelled === null) return []
  const shown = printable(modelled, 'bold')
  const size = Math.min(SIZE, (box.width * 0.95 * SIZE) / widthOf(shown, SIZE, 'bold'))
  return [watermark(box, shown, size)]
}
