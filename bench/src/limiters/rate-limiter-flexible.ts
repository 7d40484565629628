import { RateLimiterQueue, RateLimiterRedis } from 'rate-limiter-flexible'
import type { Lane } from '../support/sink.ts'
import type { StartContender } from './contender.ts'
import { keepSending } from './contender.ts'

/** A counter in Redis, and in each process a queue that waits for it. */
export const rateLimiterFlexible: StartContender = async ({ redis, cap, places, deliver }) => {
  const counter = new RateLimiterRedis({ storeClient: redis, points: cap, duration: 1, keyPrefix: 'bench' })
  const queue = new RateLimiterQueue(counter)
  const send = async (lane: Lane): Promise<void> => {
    const askedAt = performance.now()
    await queue.removeTokens(1)
    await deliver({ lane, waitedMs: performance.now() - askedAt })
  }
  return {
    sendBulk: () => keepSending(places, () => send('bulk')),
    reply: () => send('reply'),
  }
}
