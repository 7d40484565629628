import { campaignSweep, createMailbox, sweepLanes } from '@abitly/queue'
import type { LaneInlet, Producer } from '@abitly/queue'
import type { Database } from '@abitly/database'
import type { Clock, Logger, Redis } from '@abitly/runtime'

/** One recurring task: when, and what the leader does then. */
export interface Schedule {
  name: string
  /** Five fields, or six with seconds first. */
  cron: string
  run(): Promise<void>
}

/** A lane whose head has waited this long may have lost its wake-up. */
const LOST_WAKE_UP_MS = 30_000

/** Telegram redelivers for a day; dead letters stay until an operator drops them. */
const PROCESSED_DAYS = 3

/** Every recurring task of the platform. Each must be safe to run twice. */
export function schedules({
  redis,
  inlet,
  producer,
  database,
  clock,
  logger,
}: {
  redis: Redis
  database: Database
  clock: Clock
  inlet: LaneInlet
  producer: Producer
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
    {
      // Campaigns that are due start with this precision, and what a crash left behind is taken up again.
      name: 'campaign-sweep',
      cron: '*/10 * * * * *',
      run: () => producer.enqueue(campaignSweep, {}),
    },
    {
      name: 'processed-updates-purge',
      cron: '17 * * * *',
      async run() {
        const before = new Date(clock.now().getTime() - PROCESSED_DAYS * 86_400_000)
        const purged = await database.repositories.processedUpdates.purge(before)
        if (purged > 0) logger.info({ purged }, 'old rows of handled updates were deleted')
      },
    },
  ]
}
