import type { Names, OpenDay } from '@abitly/database'
import { escapeHtml, plainName } from '@abitly/text'
import type { Translator } from '@abitly/text'

/** The name in the reader's language; Ukrainian where there is none. */
export function inLanguage({ language }: Translator, { uk, en }: Names): string {
  return language === 'en' ? (en ?? uk) : uk
}

/** A name cut to so many letters, safe inside HTML. */
export function shownName(name: string, length: number): string {
  return escapeHtml(plainName(name, length))
}

/** Who invites: the faculty, else the whole university. Not escaped. */
export function hostName(tr: Translator, { faculty }: Pick<OpenDay, 'faculty'>): string {
  return faculty === null ? tr.text('open-day-whole-university') : inLanguage(tr, faculty)
}

/** Noon of a date lies on the same day everywhere from here to Kyiv. */
export function noonOf(date: string): Date {
  return new Date(`${date}T12:00:00Z`)
}
