/** What a calendar and a clock of some zone show; `month` from 1. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Building a format costs a hundred times what asking it costs. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const digits = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  const format = new Intl.DateTimeFormat('en-GB', { ...digits, timeZone: zone, hourCycle: 'h23' })
  formats.set(zone, format)
  return format
}

/** What clocks of the zone show at a moment. */
export function civilTime(at: Date, zone: string): CivilTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

/**
 * The moment at which clocks of the zone show this time. When summer time ends they show it twice: the first. When
 * it begins they skip it: as long after the jump as the time is after the jump's beginning (03:30 becomes 04:30), so
 * that what is due then happens that day all the same. Both as RFC 5545 has it.
 */
export function momentOf(civil: CivilTime, zone: string): Date {
  const asUtc = utcOf(civil)
  // A day to either side of a change only one of the two offsets holds.
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => offsetAt(at, zone))
  const moments = offsets.map((offset) => asUtc - offset)
  const [first] = moments.filter((at) => at + offsetAt(at, zone) === asUtc).sort((a, b) => a - b)
  return new Date(first ?? Math.max(...moments))
}

/** How far the zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  return utcOf(civilTime(new Date(at), zone)) - Math.floor(at / MINUTE_MS) * MINUTE_MS
}

function utcOf({ year, month, day, hour, minute }: CivilTime): number {
  return Date.UTC(year, month - 1, day, hour, minute)
}
