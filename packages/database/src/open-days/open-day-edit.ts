import type { OpenDayFacts, OpenDayFilters } from './open-day.ts'

/** An open day that was edited, with all that a message and the matching need. */
export interface OpenDayEdit extends OpenDayFacts {
  /** Tells one edit of it from the next. */
  editedAt: Date
  /** Equal to `editedAt`: it is new. */
  createdAt: Date
  /** Of the faculty's offers of all years; without a faculty, of the whole university's. By code. */
  specialityCodes: string[]
}

/** Somebody with at least one open-day filter. */
export interface FilterHolder extends OpenDayFilters {
  chatId: bigint
}
