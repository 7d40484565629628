import type { Colour } from './palette.ts'
import { PALETTE } from './palette.ts'
import { FONT_FAMILY } from './font.ts'
import type { Weight } from './font.ts'

/** The canvas of every picture, in units; twice as many pixels. */
export const WIDTH = 640
export const HEIGHT = 480
/** Bubbles round the corners of a picture: nothing stands closer to its edge. */
export const EDGE = 28

export type TextAnchor = 'start' | 'middle' | 'end'

export interface TextStyle {
  size: number
  fill: Colour
  weight?: Weight
  anchor?: TextAnchor
  /** A rim of the background, so that a line behind the words does not spoil them. */
  halo?: boolean
}

/** Elements of a picture as SVG. Coordinates are rounded to hundredths: the same data, the same text. */
export function picture(elements: readonly string[]): string {
  const all = [rect({ x: 0, y: 0, width: WIDTH, height: HEIGHT }, PALETTE.background), ...elements]
  const size = `width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FONT_FAMILY}">${all.join('')}</svg>`
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export function rect({ x, y, width, height }: Box, fill: Colour, round = 0): string {
  const corners = round === 0 ? '' : ` rx="${num(round)}"`
  const place = `x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"`
  return `<rect ${place} fill="${fill}"${corners}/>`
}

const HALO = ` stroke="${PALETTE.background}" stroke-width="6" stroke-linejoin="round" paint-order="stroke"`

export function text(x: number, y: number, words: string, style: TextStyle): string {
  const { size, fill, weight = 'regular', anchor = 'start', halo = false } = style
  const look = `font-size="${size}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${fill}"`
  return `<text x="${num(x)}" y="${num(y)}" text-anchor="${anchor}" ${look}${halo ? HALO : ''}>${escapeXml(words)}</text>`
}

/** Faint words across a box, tilted along its diagonal a little. Drawn first: whatever else is there lies over them. */
export function watermark({ x, y, width, height }: Box, words: string, size: number): string {
  const [middle, centre] = [num(x + width / 2), num(y + height / 2)]
  const look = `font-size="${num(size)}" font-weight="700" fill="${PALETTE.ink}" fill-opacity="0.12"`
  return `<text x="${middle}" y="${centre}" text-anchor="middle" dominant-baseline="central" transform="rotate(-12 ${middle} ${centre})" ${look}>${escapeXml(words)}</text>`
}

export interface LineStyle {
  stroke: Colour
  width: number
  /** Lengths of strokes and gaps; round: the ends of strokes. */
  dashes?: readonly number[]
  round?: boolean
}

export function verticalLine(x: number, from: number, to: number, style: LineStyle): string {
  const dashes = style.dashes === undefined ? '' : ` stroke-dasharray="${style.dashes.map(num).join(' ')}"`
  const ends = style.round === true ? ' stroke-linecap="round"' : ''
  const place = `x1="${num(x)}" y1="${num(from)}" x2="${num(x)}" y2="${num(to)}"`
  return `<line ${place} stroke="${style.stroke}" stroke-width="${num(style.width)}"${dashes}${ends}/>`
}

export function circle(x: number, y: number, radius: number, fill: Colour): string {
  return `<circle cx="${num(x)}" cy="${num(y)}" r="${num(radius)}" fill="${fill}"/>`
}

/** A triangle that points down at (x, y). */
export function pointer(x: number, y: number, size: number, fill: Colour): string {
  const top = num(y - size * 1.2)
  return `<path d="M${num(x)} ${num(y)}L${num(x - size)} ${top}L${num(x + size)} ${top}Z" fill="${fill}"/>`
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function escapeXml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
