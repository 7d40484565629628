/** An offer id: 1 to 9 digits and not nought; null for anything else. */
export function readOfferId(part: string | undefined): number | null {
  if (part === undefined || !/^\d{1,9}$/.test(part)) return null
  const id = Number(part)
  return id > 0 ? id : null
}

/** The year in a part such as 'y2025' or 'rate2025'; null when the part is not `prefix` and a year. */
export function readYear(part: string | undefined, prefix: string): number | null {
  if (part === undefined || !part.startsWith(prefix)) return null
  const year = part.slice(prefix.length)
  return /^20\d\d$/.test(year) ? Number(year) : null
}
