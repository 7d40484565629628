import { histogram } from '../histogram.ts'
import type { ChartWords, ComparisonChart, ComparisonRow, OfferChart, OwnMark } from '../picture-spec.ts'

const WORDS: ChartWords = {
  title: { programme: 'Informatics', university: 'LNU' },
  subtitle: 'F3 · 2025 · 341 applications',
  foot: ['Rank 63–66 · data as of 24 July, 09:40'],
  brand: 'Abitly',
  modelled: null,
}

/** So many scores around a middle, the same each time. */
export function scoresAround(middle: number, spread: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const part = (index + 0.5) / count
    // The further from the middle, the fewer.
    const offset = Math.sign(part - 0.5) * Math.abs(2 * part - 1) ** 3 * spread
    return Math.round(Math.min(200_000, Math.max(100_000, middle + offset)))
  })
}

export function me(score: number): OwnMark {
  return { score, label: `you ${(score / 1000).toFixed(3)}`, labelWithLastYear: 'you ≈ last year' }
}

/** An offer as most are; what differs is given. */
export function sampleChart(over: Partial<OfferChart> = {}, words: Partial<ChartWords> = {}): OfferChart {
  return {
    kind: 'offer',
    scores: histogram(scoresAround(160_000, 35_000, 341)),
    mine: [me(183_571)],
    places: { score: 179_940, label: 'up to 85 places' },
    lastYear: { score: 171_204, label: 'last year from 171.2' },
    words: { ...WORDS, ...words },
    ...over,
  }
}

export function sampleRow(over: Partial<ComparisonRow> = {}): ComparisonRow {
  const quartiles = { p10: 140_000, p25: 150_000, p75: 170_000, p90: 180_000 }
  const names = { programme: 'Informatics', university: 'LNU', note: '+12.367' }
  return { ...names, ...quartiles, mine: 183_571, lastYear: 171_204, ...over }
}

export function sampleComparison(rows: ComparisonRow[]): ComparisonChart {
  const legend = { half: 'half of them', most: '80%', me: 'you', lastYear: 'last year' }
  return {
    kind: 'comparison',
    rows,
    legend,
    words: { ...WORDS, title: { programme: 'My offers', university: '' } },
  }
}
