import { describe, expect, it } from 'vitest'
import { histogram } from './histogram.ts'
import { offerChart } from './offer-chart.ts'
import { PALETTE } from './palette.ts'
import type { OfferChart } from './picture-spec.ts'
import type { Box } from './svg.ts'
import { boxOfShape, boxOfText, parseSvg, textsOf } from './testing/parse-svg.ts'
import { me, sampleChart, scoresAround } from './testing/sample-charts.ts'

const LONG = 'Інтелектуальні сервіс-орієнтовані розподілені обчислювання'
const TWO = [me(176_494), { ...me(173_033), label: 'P3+' }].map((mark) => ({
  ...mark,
  label: mark.label.slice(0, 4),
}))
const AWKWARD: [string, OfferChart][] = [
  ['usual', sampleChart()],
  ['without grades', sampleChart({ mine: [] })],
  ['two scores', sampleChart({ mine: TWO })],
  [
    'the highest score',
    sampleChart({ mine: [me(200_000)], lastYear: { score: 199_000, label: 'last year from 199.0' } }),
  ],
  [
    'everything at the left end',
    sampleChart({
      mine: [me(122_000)],
      places: { score: 123_000, label: 'up to 300 places' },
      lastYear: { score: 124_000, label: 'last year from 124.0' },
    }),
  ],
  [
    'everything at one score',
    sampleChart({
      places: { score: 183_571, label: 'up to 85 places' },
      lastYear: { score: 183_571, label: 'last year from 183.6' },
    }),
  ],
  ['places for all', sampleChart({ places: { score: null, label: 'up to 900 places' } })],
  ['nothing but applicants', sampleChart({ mine: [], places: null, lastYear: null })],
  ['one applicant', sampleChart({ scores: histogram([200_000]) })],
  [
    'ten applicants of one score',
    sampleChart({ scores: histogram(Array.from({ length: 10 }, () => 150_000)) }),
  ],
  ['two thousand', sampleChart({ scores: histogram(scoresAround(160_000, 60_000, 2_000)) })],
  [
    'long names, modelled',
    sampleChart(
      {},
      {
        title: { programme: LONG, university: LONG },
        subtitle: LONG + LONG,
        foot: [LONG + LONG],
        modelled: 'демонстраційні дані',
      },
    ),
  ],
]

const shapes = (chart: OfferChart) => parseSvg(offerChart(chart))
const filled = (chart: OfferChart, fill: string, tag = 'rect') =>
  shapes(chart).filter(({ tag: is, attributes }) => is === tag && attributes['fill'] === fill)
const lines = (chart: OfferChart, stroke: string) =>
  shapes(chart).filter(({ tag, attributes }) => tag === 'line' && attributes['stroke'] === stroke)
const words = (chart: OfferChart): string[] => textsOf(shapes(chart)).map((shape) => shape.words)

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

describe.each(AWKWARD)('a chart of %s', (_what, chart) => {
  it('has no text too small to read in a phone’s bubble', () => {
    for (const { attributes } of shapes(chart).filter(({ tag }) => tag === 'text')) {
      expect(Number(attributes['font-size'])).toBeGreaterThanOrEqual(22)
    }
  })

  it('stays inside the canvas, and its words off the round corners', () => {
    for (const shape of shapes(chart).filter(({ tag }) => tag !== 'text')) {
      const { x, y, width, height } = boxOfShape(shape)
      expect(
        [x >= 0, y >= 0, x + width <= 640, y + height <= 480, height >= 0],
        JSON.stringify(shape),
      ).not.toContain(false)
    }
    for (const shape of textsOf(shapes(chart))) {
      const { x, y, width, height } = boxOfText(shape)
      expect([x >= 27.9, y >= 27.9, x + width <= 612.1, y + height <= 480], shape.words).not.toContain(false)
    }
  })

  it('has no two texts over one another', () => {
    const texts = textsOf(shapes(chart))
    texts.forEach((one, index) =>
      texts.slice(index + 1).forEach((other) => {
        expect(overlap(boxOfText(one), boxOfText(other)), `${one.words} over ${other.words}`).toBe(false)
      }),
    )
  })

  it('has no number that is none', () => {
    expect(offerChart(chart)).not.toMatch(/NaN|Infinity|undefined|null/)
  })
})

describe('a chart of an offer', () => {
  it('colours the bars above me, and splits the one I am in', () => {
    const scores = histogram([...Array.from({ length: 60 }, () => 150_000), 183_000, 190_000])
    const chart = sampleChart({ scores })
    expect(filled(chart, PALETTE.bars)).toHaveLength(2)
    expect(filled(chart, PALETTE.barsAbove)).toHaveLength(2)
    const [left, right] = [filled(chart, PALETTE.bars)[1], filled(chart, PALETTE.barsAbove)[0]].map((bar) =>
      boxOfShape(bar!),
    )
    expect(left!.x + left!.width).toBeCloseTo(right!.x, 1)
    expect(filled(sampleChart({ scores, mine: [] }), PALETTE.barsAbove)).toEqual([])
  })

  it('draws one application no taller than 24 units', () => {
    const one = sampleChart({
      scores: histogram(Array.from({ length: 10 }, (_, index) => 120_000 + index * 5_000)),
    })
    for (const bar of filled(one, PALETTE.bars)) expect(Number(bar.attributes['height'])).toBe(24)
  })

  it('draws nine as dots on the base line', () => {
    const few = sampleChart({
      scores: histogram(Array.from({ length: 9 }, (_, index) => 190_000 - index * 5_000)),
    })
    expect(filled(few, PALETTE.bars, 'circle')).toHaveLength(7)
    expect(filled(few, PALETTE.barsAbove, 'circle')).toHaveLength(2)
  })

  it('gives each line a halo of three units on both sides', () => {
    for (const [stroke, width] of [
      [PALETTE.me, 6],
      [PALETTE.places, 4],
      [PALETTE.ink, 4],
    ] as const) {
      const [line] = lines(sampleChart(), stroke)
      const x = line?.attributes['x1']
      const halo = lines(sampleChart(), PALETTE.background).find(({ attributes }) => attributes['x1'] === x)
      expect(Number(line?.attributes['stroke-width'])).toBe(width)
      expect(Number(halo?.attributes['stroke-width'])).toBe(width + 6)
    }
  })

  it('says my score in bold 32, and flips it to the other side at the edge', () => {
    const label = (chart: OfferChart) =>
      textsOf(shapes(chart)).find((shape) => shape.words.startsWith('you'))?.attributes
    expect(label(sampleChart({ mine: [me(150_000)] }))).toMatchObject({
      'text-anchor': 'start',
      'font-size': '32',
      'font-weight': '700',
    })
    expect(label(sampleChart({ mine: [me(199_000)] }))).toMatchObject({ 'text-anchor': 'end' })
  })

  it('makes one label of my score and a cut-off within half a point', () => {
    const at = (score: number) => sampleChart({ lastYear: { score, label: 'last year from …' } })
    expect(words(at(183_071))).toContain('you ≈ last year')
    expect(lines(at(183_071), PALETTE.ink)).toEqual([])
    expect(words(at(183_070))).not.toContain('you ≈ last year')
    expect(lines(at(183_070), PALETTE.ink)).toHaveLength(1)
  })

  it('moves last year’s label to the third row where the places stand in its way', () => {
    const y = (chart: OfferChart) =>
      textsOf(shapes(chart)).find((shape) => shape.words.startsWith('last year'))?.attributes['y']
    expect(y(sampleChart({ mine: [], lastYear: { score: 160_000, label: 'last year from 160.0' } }))).toBe(
      '166',
    )
    expect(y(sampleChart({ lastYear: { score: 176_000, label: 'last year from 176.0' } }))).toBe('196')
  })

  const pastYear = (score: number) => ({ score, label: `in 2024 from ${(score / 1000).toFixed(1)}` })
  const quota = (score: number) => ({
    score,
    label: 'up to 120 places, no quotas',
    short: '120 non-quota',
  })
  it.each<[string, Partial<OfferChart>]>([
    ['the cut-off left of me', { mine: [me(165_259)], places: quota(150_000), lastYear: pastYear(161_900) }],
    ['the cut-off right of me', { mine: [me(158_000)], places: quota(179_940), lastYear: pastYear(161_900) }],
    ['the places right of me', { mine: [me(173_571)], places: quota(174_793), lastYear: pastYear(171_204) }],
    ['both my scores', { mine: TWO, places: quota(178_000), lastYear: pastYear(171_204) }],
    [
      'at the left end',
      {
        scores: histogram([190_000, 150_000]),
        places: null,
        mine: [me(163_000)],
        lastYear: pastYear(161_900),
      },
    ],
  ])('lets no line go through a label: %s', (_what, over) => {
    const all = shapes(sampleChart(over))
    const strokes = all.filter(({ tag }) => tag === 'line').map(boxOfShape)
    for (const shape of textsOf(all)) {
      expect(
        strokes.some((stroke) => overlap(boxOfText(shape), stroke)),
        shape.words,
      ).toBe(false)
    }
  })

  it('has a shorter word for the places where there is no room', () => {
    const near = { mine: [me(173_571)], places: quota(174_793), lastYear: null }
    expect(words(sampleChart(near))).toContain('120 non-quota')
    expect(words(sampleChart({ ...near, places: quota(160_000) }))).toContain('up to 120 places, no quotas')
  })

  it('draws the mark of invented numbers behind all that is counted', () => {
    const tags = shapes(sampleChart({}, { modelled: 'демонстраційні дані' }))
    const mark = tags.findIndex(({ attributes }) => attributes['transform'])
    const firstBar = tags.findIndex(({ attributes }) => attributes['fill'] === PALETTE.bars)
    expect(mark).toBeLessThan(firstBar)
  })

  it('ends the zone of the places at the last place, or at nobody', () => {
    const [zone] = filled(sampleChart(), PALETTE.zone).map(boxOfShape)
    const [line] = lines(sampleChart(), PALETTE.places).map(boxOfShape)
    expect(zone?.x).toBe(line?.x)
    const all = sampleChart({ places: { score: null, label: 'up to 900 places' } })
    expect(lines(all, PALETTE.places)).toEqual([])
    expect(filled(all, PALETTE.zone).map(boxOfShape)).toMatchObject([{ x: 28, width: 584 }])
  })

  it('says across the picture that its numbers are invented', () => {
    const modelled = shapes(sampleChart({}, { modelled: 'демонстраційні дані' })).filter(
      ({ attributes }) => attributes['transform'],
    )
    expect(modelled).toMatchObject([
      { words: 'демонстраційні дані', attributes: { 'fill-opacity': '0.12', fill: PALETTE.ink } },
    ])
  })

  it('shows names as they are, whatever they hold', () => {
    expect(words(sampleChart({}, { title: { programme: '<b>&', university: '"' } }))).toContain(
      '<b>& · &quot;',
    )
  })
})
