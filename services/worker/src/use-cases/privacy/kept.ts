// For how long what is kept. `/privacy` says so and `retention` sees to it.

/** Telegram redelivers for a day; dead letters stay until an operator drops them. */
export const ANSWER_DAYS = 3
/** Reports of broadcasts are compared with those of the year before. */
export const BROADCAST_DAYS = 400
/** The last text that was searched for: its pages can be turned for so long. */
export const SEARCH_DAYS = 30
/** Who has not written for so long is erased. */
export const INACTIVE_MONTHS = 24

/** Students who were last heard of before this moment are erased. */
export function inactiveSince(now: Date): Date {
  const since = new Date(now)
  since.setUTCMonth(since.getUTCMonth() - INACTIVE_MONTHS)
  return since
}
