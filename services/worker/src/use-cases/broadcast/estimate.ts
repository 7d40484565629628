/** What is left of the configured rate: the limiter keeps 3 % in hand. */
const RESERVE = 1.03

/** How long a bulk send takes at least, and how many messages per second that is. */
export function estimate(recipients: number, bulkPerSecond: number): { seconds: number; perSecond: number } {
  const rate = bulkPerSecond / RESERVE
  return { seconds: Math.ceil(recipients / rate), perSecond: Math.max(1, Math.floor(rate)) }
}
