/**
 * A picture as data: numbers and ready words, all that is needed to draw it, now or after a crash. Scores are in
 * thousandths; words are plain text in the reader's language.
 */
export type PictureSpec = OfferChart | ComparisonChart

/** The applicants of one offer by their scores, with what matters to one student marked. */
export interface OfferChart {
  kind: 'offer'
  scores: Histogram | Dots
  /** My scores, at most two, the higher first; none: without grades. */
  mine: OwnMark[]
  /**
   * Where the places end; `score` null: everybody in the list has one. `short` stands where there is no room for
   * `label`; pictures that wait to be sent since an earlier version have none.
   */
  places: { score: number | null; label: string; short?: string } | null
  lastYear: Mark | null
  words: ChartWords
}

/** The tracked offers below one another, by where their applicants' scores lie. */
export interface ComparisonChart {
  kind: 'comparison'
  /** At most five, as they are to be shown. */
  rows: ComparisonRow[]
  legend: { half: string; most: string; me: string | null; lastYear: string | null }
  words: ChartWords
}

export interface ComparisonRow {
  programme: string
  university: string
  /** Right of the name, e.g. the margin; empty: nothing. */
  note: string
  /** Scores that so many percent of the applicants do not pass. */
  p10: number
  p25: number
  p75: number
  p90: number
  mine: number | null
  lastYear: number | null
}

export interface ChartWords {
  /** Cut in its middle when it is too long: the university stays. */
  title: { programme: string; university: string }
  subtitle: string
  /** From the longest to the shortest; the first that fits is shown. */
  foot: string[]
  brand: string
  /** Across the picture when its numbers are invented. */
  modelled: string | null
}

export interface Mark {
  score: number
  label: string
}

export interface OwnMark extends Mark {
  /** Stands for both when last year's cut-off lies too close to tell them apart. */
  labelWithLastYear: string
}

/** Bars of equal width. */
export interface Histogram {
  form: 'bars'
  /** Width of a bar, thousandths of a point. */
  step: number
  /** Lower edge of the first bar. */
  from: number
  counts: number[]
}

/** So few applicants that each is a dot. */
export interface Dots {
  form: 'dots'
  scores: number[]
}
