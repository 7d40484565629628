/**
 * Whether applications of a campaign are still taken: until 1 August, 18:00 Kyiv time, as in 2025 and 2026
 * (in 2024 it was 31 July). That is 15:00 UTC: summer time.
 */
export function applicationsClosed(year: number, now: Date): boolean {
  return now.getTime() >= Date.UTC(year, 7, 1, 15)
}
