import { describe, expect, it } from 'vitest'
import { comparisonChart } from './comparison-chart.ts'
import { PALETTE } from './palette.ts'
import { boxOfShape, boxOfText, parseSvg, textsOf } from './testing/parse-svg.ts'
import { sampleComparison, sampleRow } from './testing/sample-charts.ts'

const LONG = 'Інтелектуальні сервіс-орієнтовані розподілені обчислювання'

describe.each([
  ['one offer', [sampleRow()]],
  ['five', Array.from({ length: 5 }, () => sampleRow())],
  ['six: the last has no room', Array.from({ length: 6 }, () => sampleRow())],
  ['long names', [sampleRow({ programme: LONG, university: LONG })]],
  ['no grades, no history', [sampleRow({ mine: null, lastYear: null, note: '' })]],
  [
    'extremes',
    [sampleRow({ p10: 200_000, p25: 200_000, p75: 200_000, p90: 200_000, mine: 200_000, lastYear: 100_000 })],
  ],
])('a comparison of %s', (_what, rows) => {
  const shapes = parseSvg(comparisonChart(sampleComparison(rows)))

  it('stays inside the canvas, and can be read', () => {
    for (const shape of shapes) {
      const box = shape.tag === 'text' ? boxOfText(shape) : boxOfShape(shape)
      expect(
        [box.x >= 0, box.y >= 0, box.x + box.width <= 640, box.y + box.height <= 480],
        JSON.stringify(shape),
      ).not.toContain(false)
      if (shape.tag === 'text') expect(Number(shape.attributes['font-size'])).toBeGreaterThanOrEqual(22)
    }
  })

  it('has a row per offer, each with its two bars', () => {
    const bars = shapes.filter(({ tag, attributes }) => tag === 'rect' && attributes['fill'] === PALETTE.bars)
    // Two of them explain the shapes.
    expect(bars).toHaveLength(2 + 2 * Math.min(5, rows.length))
  })
})

it('marks me and last year in each row that has them, and explains both', () => {
  const shapes = parseSvg(comparisonChart(sampleComparison([sampleRow(), sampleRow({ mine: null })])))
  expect(shapes.filter(({ tag }) => tag === 'path')).toHaveLength(2)
  const words = textsOf(shapes).map((shape) => shape.words)
  expect(words).toEqual(expect.arrayContaining(['Informatics · LNU', '+12.367', 'you', 'last year', '80%']))
})
