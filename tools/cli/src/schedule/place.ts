import type { Clock } from '@abitly/runtime'

/** Where and when a command is given. */
export interface Place {
  timeZone: string
  clock: Clock
}
