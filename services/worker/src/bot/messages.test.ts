import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadLocale, referencesOf } from '@abitly/text'
import { CHAPTERS } from './testing/messages/all-chapters.ts'
import { playChapter } from './testing/messages/chapter.ts'
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

const seen = new Set<string>()
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
    const shown = new Set([...seen].flatMap((key) => [key, ...referencesOf(bundle, key)]))
    const missing = studentKeys().filter((key) => !shown.has(key))
    expect(missing.filter((key) => !(key in NOT_SHOWN))).toEqual([])
    expect(Object.keys(NOT_SHOWN).filter((key) => !missing.includes(key))).toEqual([])
  })
})

function studentKeys(): string[] {
  const folder = new URL('uk/', LOCALES)
  return readdirSync(folder)
    .filter((file) => !OF_ADMINS.includes(basename(file, '.ftl')))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').match(/^[a-z][a-z-]*(?= =)/gm) ?? [])
}
