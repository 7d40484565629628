import type { Applicant, OfferDetails } from '@abitly/database'
import { escapeHtml, formatMargin, formatScore, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'
import type { ComparisonRow } from '../../pictures/picture-spec.ts'
import { nameIn } from '../offer/offer-names.ts'
import type { OfferFigures } from './offer-figures.ts'

/** An offer that is compared, with its numbers. */
export interface Compared {
  offer: OfferDetails
  applicants: readonly Applicant[]
  figures: OfferFigures
}

/** So long a name leaves room for five of them in one caption. */
const PROGRAMME_LENGTH = 60
const UNIVERSITY_LENGTH = 25

/** My score less last year's cut-off, thousandths; null: one of them is missing, or all places are paid, as in lists. */
export function marginOf({ figures: { funding, mine, lastYear } }: Compared): number | null {
  const [best] = mine
  if (funding === 'contract') return null
  return best === undefined || lastYear === null ? null : best.score - lastYear
}

/** Best margin first; those without one last, in the order they came. */
export function byMargin(compared: readonly Compared[]): Compared[] {
  const key = (one: Compared): number => marginOf(one) ?? Number.NEGATIVE_INFINITY
  return compared.toSorted((a, b) => (key(a) === key(b) ? 0 : key(b) - key(a)))
}

/** A row of the comparison; its offer has applicants. */
export function comparisonRow(tr: Translator, compared: Compared): ComparisonRow {
  const { offer, figures } = compared
  const margin = marginOf(compared)
  const at = (percent: number): number => percentile(figures.scores, percent)
  return {
    programme: nameIn(tr.language, offer.programme),
    university: nameIn(tr.language, offer.university.short),
    note: margin === null ? '' : formatMargin(tr.language, margin),
    ...{ p10: at(10), p25: at(25), p75: at(75), p90: at(90) },
    mine: figures.mine[0]?.score ?? null,
    lastYear: figures.lastYear,
  }
}

/** The same row in words. */
export function comparisonLine(tr: Translator, compared: Compared): string {
  const [best] = compared.figures.mine
  const margin = marginOf(compared)
  const name = comparedName(tr, compared.offer)
  if (best === undefined) return name
  const row = tr.text('chart-comparison-row-score', {
    row: name,
    ...{ score: formatScore(tr.language, best.score), priority: best.priority },
    percent: String(best.higherThan),
    lower: best.higherThan === 0 ? 'none' : 'some',
  })
  if (margin === null) return row
  if (margin < 0) {
    const points = formatScore(tr.language, -margin)
    return tr.text('chart-comparison-row-lacking', { row, points })
  }
  return tr.text('chart-comparison-row-margin', { row, margin: formatMargin(tr.language, margin) })
}

/** The name of an offer inside a caption, as HTML. */
export function comparedName(tr: Translator, { programme, university }: OfferDetails): string {
  const short = (name: string, length: number): string => escapeHtml(plainName(name, length))
  return tr.text('chart-comparison-row', {
    programme: short(nameIn(tr.language, programme), PROGRAMME_LENGTH),
    university: short(nameIn(tr.language, university.short), UNIVERSITY_LENGTH),
  })
}

/** The lowest score that so many percent do not pass. `scores`: best first, at least one. */
export function percentile(scores: readonly number[], percent: number): number {
  const above = scores.length - Math.max(1, Math.ceil((percent / 100) * scores.length))
  return scores[above] ?? 0
}
