import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readFontMetrics } from './font-metrics.ts'
import type { FontMetrics } from './font-metrics.ts'

export type Weight = 'regular' | 'bold'

/** The one family of all pictures: it has Ukrainian, and figures of one width. */
export const FONT_FAMILY = 'Roboto'

const FOLDER = new URL('../../assets/fonts/', import.meta.url)
const FILES: Readonly<Record<Weight, string>> = {
  regular: fileURLToPath(new URL('Roboto-Regular.ttf', FOLDER)),
  bold: fileURLToPath(new URL('Roboto-Bold.ttf', FOLDER)),
}

/** Where the renderer finds the family. */
export const FONT_FILES: readonly string[] = Object.values(FILES)

const known = new Map<Weight, FontMetrics>()

/** Widths of the packaged font, read once. */
export function fontOf(weight: Weight): FontMetrics {
  const metrics = known.get(weight) ?? readFontMetrics(readFileSync(FILES[weight]))
  known.set(weight, metrics)
  return metrics
}
