import type { Row } from '../catalogue/table-rows.ts'

/** Rows of one file that are written together. */
export interface ImportBatch {
  /** As the table names its columns. */
  rows: readonly Row[]
  /** Columns that the file speaks of: what it does not mention stays as it is. */
  columns: readonly string[]
}

/** What became of a batch. `refused` rows are named by their place in it. */
export interface BatchReport extends ImportCounts {
  refused: { index: number; column: string; reason: string }[]
}

export interface ImportCounts {
  added: number
  changed: number
  unchanged: number
  /** Rows that had been there and are not any more. */
  removed: number
}

/** One import: who did it and when. */
export interface ImportRun {
  id: string
  /** The moment of the import. */
  now: Date
  /** The moment of the file's numbers, for offers whose list changes. */
  dataAt: Date
}

/** What a written batch did, and which offers are different now. */
export interface WrittenRows {
  added: number
  changed: number
  removed: number
  touched: OfferKey[]
}

export interface OfferKey {
  year: number
  offer_id: number
}
