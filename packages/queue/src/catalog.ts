/** The tag in braces keeps all our keys in one slot of a Redis Cluster; BullMQ and our scripts share it. */
export const PREFIX = '{abitly}'

/** Queues, by what flows through them. */
export const QUEUES = {
  /** Wake-ups of chat lanes. The updates themselves lie in the lanes' mailboxes. */
  updates: 'updates',
  /** Bulk messages, in chunks of recipients. */
  deliveries: 'deliveries',
  /** Everything else that somebody or the clock has set off: planning, sweeps, progress. */
  routines: 'routines',
  /** What became of links between chats and accounts: for the website, which consumes it. */
  accountEvents: 'account-events',
} as const

export type QueueName = (typeof QUEUES)[keyof typeof QUEUES]
