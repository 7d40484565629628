import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../public/styles/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const tokens = new Map(
  [...read('tokens.css').matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Relative luminance of WCAG. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Text on ground, wherever the style sheets put one on the other. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...['page', 'surface', 'raised', 'bubble', 'bubble-mine', 'accent-soft', 'code'].map(
    (ground) => ['ink', ground] as const,
  ),
  ...['page', 'surface', 'raised', 'bubble', 'accent-soft', 'code'].map(
    (ground) => ['ink-soft', ground] as const,
  ),
  ...['page', 'surface', 'bubble', 'bubble-mine', 'accent-soft', 'key'].map(
    (ground) => ['accent', ground] as const,
  ),
  ['ink-mine-soft', 'bubble-mine'],
  ['on-fill', 'fill'],
  ['on-fill', 'fill-strong'],
  ['danger', 'danger-soft'],
  ['danger', 'surface'],
  ['success', 'success-soft'],
  ['warn', 'warn-soft'],
]

describe('colours', () => {
  it.each(
    PAIRS.flatMap(([text, ground]) =>
      (['light', 'dark'] as const).map((theme) => [text, ground, theme] as const),
    ),
  )('%s on %s is readable in %s', (text, ground, theme) => {
    const pair = [tokens.get(text)?.[theme], tokens.get(ground)?.[theme]]
    expect(contrast(pair[0] ?? '#000000', pair[1] ?? '#000000')).toBeGreaterThanOrEqual(4.5)
  })

  it('are all defined', () => {
    const defined = new Set([...read('tokens.css').matchAll(/--([\w-]+):/g)].map(([, name]) => name))
    const local = new Set(['hue-from', 'hue-to', 'meta-more'])
    const used = readdirSync(folder).flatMap((name) =>
      [...read(name).matchAll(/var\(--([\w-]+)/g)].map(([, one]) => one),
    )
    expect(used.filter((name) => name !== undefined && !defined.has(name) && !local.has(name))).toEqual([])
  })
})
