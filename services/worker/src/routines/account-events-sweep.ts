import { accountEventsPublish } from '@abitly/queue'
import type { Producer } from '@abitly/queue'
import type { Routine } from '@abitly/schedule'

/**
 * An update publishes its own events; this takes up those whose job got lost, or whose queue was full. As the same job,
 * so that there is one at a time and events keep their order.
 */
export function accountEventsSweep(producer: Pick<Producer, 'enqueue'>): Routine {
  return async () => {
    await producer.enqueue(accountEventsPublish, {})
    return {}
  }
}
