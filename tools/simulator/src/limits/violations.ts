import type { Violation } from '../page-api.ts'
import type { Events } from '../store/events.ts'
import { Ring } from '../store/ring.ts'
import { LOG_KEPT } from '../store/world.ts'

/** The log of broken limits: what a test of the bot's limiter looks at. */
export interface Violations {
  add(violation: Omit<Violation, 'id'>): Violation
  /** Newest first. */
  list(): Violation[]
  clear(): void
}

export function createViolations(events: Events): Violations {
  const log = new Ring<Violation>(LOG_KEPT)
  let last = 0
  return {
    add(entry) {
      const violation = { id: (last += 1), ...entry }
      log.push(violation)
      events.emit(() => ({ type: 'violation', violation }))
      return violation
    },
    list: () => log.newestFirst(),
    clear: () => log.clear(),
  }
}
