/** 2026-01-01T00:00:00Z in seconds. */
const EPOCH_SECONDS = 1_767_225_600
/** Ids a second of the clock stands for: more updates a second than this on average need a state file. */
const IDS_PER_SECOND = 10
/** Ids skipped after a restart: the last snapshot may be some seconds older than the last update. */
const RESTART_GAP = 50_000

/** A bot keeps what it has seen, so ids never start lower than before a restart. */
export function firstUpdateId(nowMs: number, lastKnown: number): number {
  const byClock = Math.max(1, Math.floor(nowMs / 1000 - EPOCH_SECONDS) * IDS_PER_SECOND)
  return lastKnown === 0 ? byClock : Math.max(byClock, lastKnown + RESTART_GAP)
}
