import type { Redis } from '@abitly/runtime'
import { PREFIX } from '@abitly/queue'

const KEY = `${PREFIX}:unreadable`
const KEPT = 100
const KEPT_BYTES = 16_384
const KEPT_SECONDS = 7 * 86_400

/** Keeps the beginning of an authentic body that could not be read, for an operator to look at. */
export async function keepUnreadable(redis: Redis, reason: string, body: Buffer): Promise<void> {
  const entry = JSON.stringify({
    reason,
    bytes: body.length,
    body: body.subarray(0, KEPT_BYTES).toString('utf8'),
  })
  await redis
    .multi()
    .lpush(KEY, entry)
    .ltrim(KEY, 0, KEPT - 1)
    .expire(KEY, KEPT_SECONDS)
    .exec()
}
