import { Queue } from 'bullmq'
import type { Redis } from '@abitly/runtime'
import { PREFIX } from './catalog.ts'
import type { QueueName } from './catalog.ts'

/** Opens a queue on a shared connection. Nobody reads the event stream, so it is kept short. */
export function openQueue<T>(redis: Redis, name: QueueName): Queue<T> {
  const queue = new Queue<T>(name, {
    connection: redis,
    prefix: PREFIX,
    streams: { events: { maxLen: 1000 } },
  })
  // The connection is shared and its owner logs what happens to it.
  queue.on('error', () => undefined)
  return queue
}
