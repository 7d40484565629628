import type { Redis } from '@abitly/runtime'
import type { QueueName } from './catalog.ts'
import { openQueue } from './connection.ts'

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const

export interface QueueFigures {
  /** Jobs by state. */
  count(): Promise<Record<string, number>>
  close(): Promise<void>
}

/** Watches one queue for metrics. */
export function watchQueue(redis: Redis, name: QueueName): QueueFigures {
  const queue = openQueue(redis, name)
  return { count: () => queue.getJobCounts(...STATES), close: () => queue.close() }
}
