import { createMailbox, sweepLanes } from '@abitly/queue'
import type { LaneInlet } from '@abitly/queue'
import type { Logger, Redis } from '@abitly/runtime'
import type { Routine } from '@abitly/schedule'

/** A lane whose head has waited this long may have lost its wake-up. */
const LOST_WAKE_UP_MS = 30_000

/** Wakes chats whose updates have waited too long. */
export function mailboxSweep({
  redis,
  inlet,
  logger,
}: {
  redis: Redis
  inlet: Pick<LaneInlet, 'wake'>
  logger: Logger
}): Routine {
  const mailbox = createMailbox(redis)
  return async () => {
    const woken = await sweepLanes(mailbox, inlet, LOST_WAKE_UP_MS)
    if (woken > 0) logger.warn({ woken }, 'lanes that had waited too long were woken')
    return { woken }
  }
}
