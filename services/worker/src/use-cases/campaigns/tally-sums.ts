import type { DeliveryState } from '@abitly/database'

type Tally = Readonly<Record<DeliveryState, number>>

/** Recipients that wait: what is in flight right now has not arrived either. */
export function waitingOf({ pending, sending }: Tally): number {
  return pending + sending
}

/** Recipients whose delivery has ended, one way or another. */
export function settledOf({ sent, blocked, failed, unknown, skipped }: Tally): number {
  return sent + blocked + failed + unknown + skipped
}

/** All recipients planned so far. */
export function totalOf(tally: Tally): number {
  return waitingOf(tally) + settledOf(tally)
}
