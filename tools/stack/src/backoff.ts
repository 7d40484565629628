const FIRST_MS = 250
const LONGEST_MS = 10_000
/** One that ran so long has not failed at starting. */
const RECOVERED_MS = 60_000

/** How long to wait before the next start: longer after each early death, short again after a long life. */
export function createBackoff(): (livedMs: number) => number {
  let next = FIRST_MS
  return (livedMs) => {
    if (livedMs >= RECOVERED_MS) next = FIRST_MS
    const wait = next
    next = Math.min(next * 2, LONGEST_MS)
    return wait
  }
}
