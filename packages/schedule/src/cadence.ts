/** When a task recurs. */
export type Cadence =
  /** Every so many seconds of real time, counted from the epoch plus an offset: no change of the clock touches it. */
  | { readonly kind: 'every'; readonly seconds: number; readonly offsetSeconds: number }
  /** Once each calendar day of the zone, at this time of its clocks. */
  | { readonly kind: 'daily'; readonly hour: number; readonly minute: number }

/** @param seconds 1 at least; `offsetSeconds`: by how much the slots come after full multiples of that */
export function every(seconds: number, offsetSeconds = 0): Cadence {
  if (!Number.isInteger(seconds) || seconds < 1) throw new Error(`A task cannot recur every ${seconds} s`)
  return { kind: 'every', seconds, offsetSeconds }
}

/** @param time `HH:MM` */
export function dailyAt(time: string): Cadence {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (match === null) throw new Error(`No time of a day: ${time}`)
  return { kind: 'daily', hour: Number(match[1]), minute: Number(match[2]) }
}

/** For operators: `every 10 s`, `hourly at :17`, `daily at 07:00`. */
export function describeCadence(cadence: Cadence): string {
  if (cadence.kind === 'daily') return `daily at ${twoDigits(cadence.hour)}:${twoDigits(cadence.minute)}`
  const { seconds, offsetSeconds } = cadence
  if (seconds === 3600) return `hourly at :${twoDigits(offsetSeconds / 60)}`
  return seconds % 60 === 0 ? `every ${seconds / 60} min` : `every ${seconds} s`
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}
