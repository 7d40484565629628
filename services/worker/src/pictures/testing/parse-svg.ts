import { widthOf } from '../fit-text.ts'
import type { Box } from '../svg.ts'

export interface Shape {
  tag: string
  attributes: Readonly<Record<string, string>>
  words: string
}

/** The elements of one of our pictures, in the order of their drawing. */
export function parseSvg(svg: string): Shape[] {
  return [...svg.matchAll(/<(rect|text|line|circle|path)((?: [\w-]+="[^"]*")*)(?:\/>|>([^<]*)<\/\1>)/g)].map(
    ([, tag = '', list = '', words = '']) => ({
      tag,
      words: words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      attributes: Object.fromEntries(
        [...list.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    }),
  )
}

export function textsOf(shapes: readonly Shape[]): Shape[] {
  return shapes.filter(({ tag, attributes }) => tag === 'text' && attributes['transform'] === undefined)
}

/** The room of a text by the widths of its font. */
export function boxOfText({ attributes, words }: Shape): Box {
  const [x, y, size] = ['x', 'y', 'font-size'].map((name) => Number(attributes[name])) as [
    number,
    number,
    number,
  ]
  const width = widthOf(words, size, attributes['font-weight'] === '700' ? 'bold' : 'regular')
  const shift = { start: 0, middle: width / 2, end: width }[attributes['text-anchor'] ?? 'start'] ?? 0
  return { x: x - shift, y: y - size * 0.75, width, height: size }
}

/** The room of anything but a text. */
export function boxOfShape({ tag, attributes }: Shape): Box {
  const num = (name: string): number => Number(attributes[name])
  switch (tag) {
    case 'rect':
      return { x: num('x'), y: num('y'), width: num('width'), height: num('height') }
    case 'line':
      return { x: num('x1'), y: num('y1'), width: 0, height: num('y2') - num('y1') }
    case 'circle':
      return { x: num('cx') - num('r'), y: num('cy') - num('r'), width: 2 * num('r'), height: 2 * num('r') }
    default: {
      const [x = 0, y = 0, ...rest] = [...(attributes['d'] ?? '').matchAll(/-?[\d.]+/g)].map(Number)
      const xs = [x, ...rest.filter((_, index) => index % 2 === 0)]
      const ys = [y, ...rest.filter((_, index) => index % 2 === 1)]
      return {
        ...{ x: Math.min(...xs), y: Math.min(...ys) },
        ...{ width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) },
      }
    }
  }
}
