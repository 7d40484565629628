import { describe, expect, it } from 'vitest'
import { fontOf } from './font.ts'
import type { Weight } from './font.ts'
import { PALETTE } from './palette.ts'
import { renderSvg } from './render-picture.ts'
import { picture, text } from './svg.ts'

const SIGNS = Array.from('ҐґЄєІіЇї’№–—≈−«»„“…·+%')
/** Of a private area: no font has it. */
const NOBODY_HAS = '\uE000'
const WEIGHTS: Weight[] = ['regular', 'bold']

function render(sign: string, weight: Weight): string {
  const drawn = text(100, 200, sign, { size: 96, fill: PALETTE.ink, weight })
  return Buffer.from(renderSvg(picture([drawn]), 160)).toString('base64')
}

describe.each(WEIGHTS)('the %s font', (weight) => {
  const fallbacks = new Set([render(NOBODY_HAS, weight), render(' ', weight)])

  it('draws every sign we write as itself', () => {
    for (const sign of SIGNS) expect(fallbacks.has(render(sign, weight)), sign).toBe(false)
    expect(render('Ґ', weight)).not.toBe(render('Г', weight))
    expect(render('Ї', weight)).not.toBe(render('І', weight))
  })

  it('knows which signs it has', () => {
    expect(SIGNS.filter((sign) => !fontOf(weight).has(sign))).toEqual([])
    expect(['\uE000', '\u2060', '👩', 'א'].filter((sign) => fontOf(weight).has(sign))).toEqual([])
  })

  it('has figures of one width', () => {
    const widths = Array.from('0123456789').map((figure) => fontOf(weight).width(figure, 22))
    expect(new Set(widths).size).toBe(1)
  })
})

it('bold letters are wider and other ones', () => {
  expect(render('Ж', 'bold')).not.toBe(render('Ж', 'regular'))
  expect(fontOf('bold').width('Інформатика', 30)).toBeGreaterThan(fontOf('regular').width('Інформатика', 30))
})
