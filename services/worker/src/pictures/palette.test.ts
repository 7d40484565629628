import { expect, it } from 'vitest'
import { PALETTE } from './palette.ts'
import type { Colour } from './palette.ts'

function luminance(colour: Colour): number {
  const channels = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return channels.reduce((sum, channel, index) => sum + channel * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0)
}

/** As WCAG computes it. */
function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const { background, zone, ...colours } = PALETTE

it.each(['ink', 'secondary', 'places'] as const)('words in %s can be read', (name) => {
  expect(contrast(PALETTE[name], background)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(PALETTE[name], zone)).toBeGreaterThanOrEqual(4.5)
})

it('my score can be read, where it stands over the zone as large text', () => {
  expect(contrast(PALETTE.meText, background)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(PALETTE.meText, zone)).toBeGreaterThanOrEqual(3)
})

it.each(Object.keys(colours) as (keyof typeof colours)[])('a shape in %s can be seen', (name) => {
  expect(contrast(PALETTE[name], background)).toBeGreaterThanOrEqual(3)
  expect(contrast(PALETTE[name], zone)).toBeGreaterThanOrEqual(3)
})
