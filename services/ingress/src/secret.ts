import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares in constant time: neither the length nor the first differing character shows in the duration. */
export function secretEquals(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || expected === '') return false
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
