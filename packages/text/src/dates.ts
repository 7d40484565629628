import { kyivDate, kyivTime } from './kyiv-time.ts'
import type { Translator } from './translator.ts'

/** «24 січня»; in another year than now's «24 січня 2027 року». */
export function dayText(tr: Translator, at: Date, now: Date): string {
  const { day, month, year } = kyivTime(at)
  const args = { day: String(day), month, year: String(year) }
  return tr.text(year === kyivTime(now).year ? 'date-day' : 'date-day-of-year', args)
}

/** «24 липня, 09:40» */
export function momentText(tr: Translator, at: Date, now: Date): string {
  return `${dayText(tr, at, now)}, ${kyivTime(at).time}`
}

/** «14:03:21»; on another day than now «23 липня, 14:03:21» */
export function stampText(tr: Translator, at: Date, now: Date): string {
  const time = kyivTime(at).timeWithSeconds
  return kyivDate(at) === kyivDate(now) ? time : `${dayText(tr, at, now)}, ${time}`
}

/** «о 14:03:21»; on another day than now «23 липня о 14:03:21» */
export function atStampText(tr: Translator, at: Date, now: Date): string {
  const { hour, timeWithSeconds } = kyivTime(at)
  const time = tr.text('date-at-time', { hour: `h${hour}`, time: timeWithSeconds })
  return kyivDate(at) === kyivDate(now) ? time : `${dayText(tr, at, now)} ${time}`
}

/** «у суботу, 24 січня» */
export function onDayText(tr: Translator, at: Date, now: Date): string {
  return tr.text('date-on-weekday', { weekday: kyivTime(at).weekday, date: dayText(tr, at, now) })
}

/** «до четверга, 22 січня» */
export function untilDayText(tr: Translator, at: Date, now: Date): string {
  return tr.text('date-until-weekday', { weekday: kyivTime(at).weekday, date: dayText(tr, at, now) })
}

/** «Субота, 24 січня», above the events of that day. */
export function dayHeading(tr: Translator, at: Date, now: Date): string {
  return tr.text('date-weekday', { weekday: kyivTime(at).weekday, date: dayText(tr, at, now) })
}

/** «Сб, 24 січня», where lines are short. */
export function shortDayText(tr: Translator, at: Date, now: Date): string {
  return tr.text('date-short-weekday', { weekday: kyivTime(at).weekday, date: dayText(tr, at, now) })
}

/** «о 10:00», but «об 11:00» */
export function atTimeText(tr: Translator, at: Date): string {
  const { hour, time } = kyivTime(at)
  return tr.text('date-at-time', { hour: `h${hour}`, time })
}

/** «з 10:00 до 13:00» */
export function fromToText(tr: Translator, from: Date, to: Date): string {
  return tr.text('date-from-to', { from: kyivTime(from).time, to: kyivTime(to).time })
}
