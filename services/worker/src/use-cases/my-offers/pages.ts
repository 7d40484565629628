/** Offers on one page: as many as one may follow by default. */
export const PAGE_LENGTH = 5

/** One page of a list. */
export interface Page<T> {
  items: readonly T[]
  /** From 0; the last one where a later page was asked for. */
  page: number
  pages: number
  /** How many items stand before its first one. */
  offset: number
}

/** Cuts a page out of a list that may have become shorter since the button was made. */
export function pageOf<T>(items: readonly T[], wanted: number): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / PAGE_LENGTH))
  const page = Math.min(wanted, pages - 1)
  const offset = page * PAGE_LENGTH
  return { items: items.slice(offset, offset + PAGE_LENGTH), page, pages, offset }
}

/** The page on which the item with this index stands. */
export function pageWith(index: number): number {
  return Math.floor(Math.max(0, index) / PAGE_LENGTH)
}
