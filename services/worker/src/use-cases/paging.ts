/** A page of a list; a page that is no more becomes the last one. */
export interface PageOf {
  /** From 0. */
  page: number
  /** At least 1. */
  pages: number
  /** Of its first item. */
  offset: number
}

export function pageOf(wanted: number, total: number, size: number): PageOf {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(wanted, pages - 1)
  return { page, pages, offset: page * size }
}
