import { createMailbox, sweepLanes } from '@abitly/queue'
import type { LaneInlet } from '@abitly/queue'
import type { Logger, Redis } from '@abitly/runtime'

/** One recurring task: when, and what the leader does then. */
export interface Schedule {
  name: string
  /** Five fields, or six with seconds first. */
  cron: string
  run(): Promise<void>
}

/** A lane whose head has waited this long may have lost its wake-up. */
const LOST_WAKE_UP_MS = 30_000

/** Every recurring task of the platform. Each must be safe to run twice. */
export function schedules({
  redis,
  inlet,
  logger,
}: {
  redis: Redis
  inlet: LaneInlet
  logger: Logger
}): Schedule[] {
  const mailbox = createMailbox(redis)
  return [
    {
      name: 'mailbox-sweep',
      cron: '* * * * *',
      async run() {
        const woken = await sweepLanes(mailbox, inlet, LOST_WAKE_UP_MS)
        if (woken > 0) logger.warn({ woken }, 'lanes that had waited too long were woken')
      },
    },
  ]
}
