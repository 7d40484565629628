import type { Campaign } from '@abitly/database'

/** A shorter span tells more about chance than about speed; a longer one is history. In milliseconds. */
const SHORTEST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * Recipients settled per second: since the card was drawn last, or since the campaign began to send.
 * @param settled how many deliveries have ended
 * @returns null while there is nothing to tell it by
 */
export function sendingRate(
  { card, plannedAt, state }: Pick<Campaign, 'card' | 'plannedAt' | 'state'>,
  settled: number,
  now: Date,
): number | null {
  if (state !== 'running' || plannedAt === null) return null
  const lately = card === null ? null : rate(settled - card.done, now.getTime() - card.at.getTime())
  return lately ?? rate(settled, now.getTime() - plannedAt.getTime(), Number.POSITIVE_INFINITY)
}

function rate(count: number, spanMs: number, longestMs = LONGEST_MS): number | null {
  if (count <= 0 || spanMs < SHORTEST_MS || spanMs > longestMs) return null
  return (count * 1000) / spanMs
}
