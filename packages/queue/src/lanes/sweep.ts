import type { LaneInlet } from './inlet.ts'
import type { Mailbox } from './mailbox.ts'

/** Lanes woken by one sweep at most. */
const LANES_PER_SWEEP = 1_000

/**
 * Wakes the lanes whose head has waited longer than `olderThanMs`: their wake-up may have been lost with a Redis
 * that was restored from an older state. Waking a lane that is awake changes nothing.
 * @returns how many lanes were woken
 */
export async function sweepLanes(
  mailbox: Mailbox,
  inlet: Pick<LaneInlet, 'wake'>,
  olderThanMs: number,
): Promise<number> {
  const { lanes } = await mailbox.waiting(olderThanMs, LANES_PER_SWEEP)
  await Promise.all(lanes.map((lane) => inlet.wake(lane)))
  return lanes.length
}
