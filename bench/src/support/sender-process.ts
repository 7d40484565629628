/** One process of a fleet: sends bulk without end, and replies at a steady rate. */
import { connectRedis, createRedis, pause } from '@abitly/runtime'
import { CONTENDERS } from '../limiters/contenders.ts'
import type { ContenderName } from '../limiters/contenders.ts'
import { readOrder } from './child.ts'
import { openWire } from './sink.ts'

/** What one process of the fleet is told. */
export interface SenderOrder {
  contender: ContenderName
  redisUrl: string
  sinkUrl: string
  cap: number
  places: number
  backlog: number
  /** 0: none. */
  replyEveryMs: number
  replyOffsetMs: number
}

const order = readOrder<SenderOrder>()
const redis = createRedis({ url: order.redisUrl, profile: 'worker', name: 'bench-sender' })
await connectRedis(redis)
const { ready, deliver } = openWire(order.sinkUrl)
const contender = await CONTENDERS[order.contender]({
  ...order,
  redis,
  deliver,
  replies: order.replyEveryMs > 0,
})
await ready()
contender.sendBulk()
if (order.replyEveryMs > 0) {
  // Each process in its turn.
  const startedAt = performance.now() + order.replyOffsetMs
  for (let count = 0; ; count += 1) {
    await pause(Math.max(0, startedAt + count * order.replyEveryMs - performance.now()))
    void contender.reply()
  }
}
