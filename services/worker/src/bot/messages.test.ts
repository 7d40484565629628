import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { choicesOf, loadLocale, referencesOf } from '@abitly/text'
import { CHAPTERS } from './testing/messages/all-chapters.ts'
import { playChapter } from './testing/messages/chapter.ts'
import type { SeenTexts } from './testing/messages/watch-texts.ts'
import { renderMessages } from './testing/messages/render-messages.ts'
import type { PlayedChapter } from './testing/messages/render-messages.ts'

const PAGE = new URL('../../../../docs/messages.md', import.meta.url)
const LOCALES = new URL('../../locales/', import.meta.url)
/** Texts of admins; what students get is in all other files. */
const OF_ADMINS = ['admin', 'broadcast', 'campaigns', 'health', 'notify-open-days', 'report']
/** Texts that no scene can show, and why. */
const NOT_SHOWN: Record<string, string> = {
  'offer-creative-not-passed': 'grades of creative contests cannot be entered yet',
}

/** Choices that nothing leads to, and why. */
const NOT_MADE: Record<string, string> = {
  'digest-chance: start = line': 'the chance is what a change begins with',
  'digest-chance-new: start = line': 'the same',
  'offer-chance: tier = very-low': 'a very low chance has a text of its own',
  'open-day-place: format = online': 'an event online has no place',
}
/** Words drawn into pictures: the page has their captions, the tests of pictures have them. */
const DRAWN = /^chart-(?:subtitle|me|places|last-year)/
/** Choices of a plural form, and of one of many names: that they are complete is the locale tests' matter. */
const BY_NUMBER = /Form$/
const NAMES = new Set(['subject'])

const seen: SeenTexts = new Map()
let page = ''

beforeAll(async () => {
  const chapters: PlayedChapter[] = []
  for (const chapter of CHAPTERS) {
    const uk = await playChapter(chapter, 'uk', seen)
    const en = await playChapter(chapter, 'en', seen)
    chapters.push({ heading: chapter.heading, uk, en })
  }
  page = renderMessages(chapters)
  if (process.env['MESSAGES'] === 'write') writeFileSync(PAGE, page)
}, 60_000)

describe('the page of messages', () => {
  it('is what the bot says', () => {
    expect(page, '`pnpm messages` writes docs/messages.md anew').toBe(readFileSync(PAGE, 'utf8'))
  })

  it('shows every text of students', () => {
    const { bundle } = loadLocale([LOCALES], 'uk')
    const shown = new Set([...seen.keys()].flatMap((key) => [key, ...referencesOf(bundle, key)]))
    const missing = studentKeys().filter((key) => !shown.has(key))
    expect(missing.filter((key) => !(key in NOT_SHOWN))).toEqual([])
    expect(Object.keys(NOT_SHOWN).filter((key) => !missing.includes(key))).toEqual([])
  })

  it.each(['uk', 'en'] as const)('shows every choice inside a text: %s', (language) => {
    const { bundle } = loadLocale([LOCALES], language)
    const missing = studentKeys().flatMap((key) => {
      const values = seen.get(key)
      return values === undefined
        ? []
        : choicesOf(bundle, key).flatMap((choice) => unseen(key, choice, values))
    })
    expect(missing.filter((one) => !DRAWN.test(one) && !(one in NOT_MADE))).toEqual([])
    expect(Object.keys(NOT_MADE).filter((one) => !missing.includes(one))).toEqual([])
  })
})

/** What of a choice no scene has made, such as «profile-quota: quota = Q1». */
function unseen(
  key: string,
  { by, among, rest }: ReturnType<typeof choicesOf>[number],
  values: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  if (BY_NUMBER.test(by) || NAMES.has(by)) return []
  const made = [...(values.get(by) ?? [])].map((value) => (among.includes(value) ? value : rest))
  return among.filter((one) => !made.includes(one)).map((one) => `${key}: ${by} = ${one}`)
}

function studentKeys(): string[] {
  const folder = new URL('uk/', LOCALES)
  return readdirSync(folder)
    .filter((file) => !OF_ADMINS.includes(basename(file, '.ftl')))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/^[a-z][a-z-]*(?= =)/gm) ?? [])
}
