/** An event of a calendar, as JSON may hold it. Moments are ISO 8601. */
export interface CalendarEvent {
  /** Tells it from every other event of ours; the same for the same event, so that a newer file replaces it. */
  id: string
  /** When this was written. */
  madeAt: string
  title: string
  /** Calendar date in Europe/Kyiv, 'YYYY-MM-DD'. */
  date: string
  /** Null: the event takes the whole day. */
  startsAt: string | null
  endsAt: string | null
  place: string | null
  /** May have several lines; empty: none. */
  description: string
}

const DAY_MS = 86_400_000
/** Octets of a line without its end (RFC 5545, 3.1). */
const LONGEST_LINE = 75

/** A file that any calendar takes in (RFC 5545). Times are in UTC: no rule about summer time needs to come along. */
export function calendarFile(event: CalendarEvent): string {
  const { id, madeAt, title, place, description } = event
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Abitly//abitly-bot//EN',
    'BEGIN:VEVENT',
    `UID:${id}@abitly-bot`,
    `DTSTAMP:${utc(madeAt)}`,
    ...timeLines(event),
    `SUMMARY:${escaped(title)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** An end that is not known is left out: nothing is invented. */
function timeLines({ date, startsAt, endsAt }: CalendarEvent): string[] {
  if (startsAt === null) {
    const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
    return [`DTSTART;VALUE=DATE:${compact(date)}`, `DTEND;VALUE=DATE:${compact(next)}`]
  }
  const hasEnd = endsAt !== null && Date.parse(endsAt) > Date.parse(startsAt)
  return [`DTSTART:${utc(startsAt)}`, ...(hasEnd ? [`DTEND:${utc(endsAt)}`] : [])]
}

/** «20260124T080000Z» */
function utc(moment: string): string {
  return `${compact(new Date(moment).toISOString().slice(0, 19))}Z`
}

function compact(text: string): string {
  return text.replaceAll(/[-:]/g, '')
}

/** A text as a value: no halves of letters, no control characters, and none that ends or divides one. */
function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Long lines go on in the next one, behind a space; no letter is torn. */
function folded(line: string): string {
  const rows: string[] = []
  let row = ''
  let octets = 0
  for (const letter of line) {
    const length = Buffer.byteLength(letter)
    if (octets + length > LONGEST_LINE) {
      rows.push(row)
      row = ' '
      octets = 1
    }
    row += letter
    octets += length
  }
  return [...rows, row].join('\r\n')
}
