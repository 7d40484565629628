import type { ScheduleRun } from '@abitly/database'

/** `28.11.2026, 07:00:00`, by the clocks of the zone. */
export function momentText(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('uk-UA', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
}

/** What became of a run, in a few words: `done in 0.3 s, recipients 312`. */
export function outcomeText({ state, startedAt, finishedAt, attempts, counts, error }: ScheduleRun): string {
  const took = startedAt === null || finishedAt === null ? null : finishedAt.getTime() - startedAt.getTime()
  return [
    took === null ? state : `${state} in ${(took / 1_000).toFixed(1)} s`,
    ...(attempts > 1 ? [`${attempts} attempts`] : []),
    ...Object.entries(counts ?? {}).map(([name, count]) => `${name} ${count}`),
    ...(error === null ? [] : [error]),
  ].join(', ')
}
