import { createTestDatabase } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { later } from './testing/campaigns.ts'
import { NOON, useDatabase } from './testing/use-database.ts'

const db = useDatabase(createTestDatabase)
const BOT = 1n
const digestOf = (letter: string): string => letter.repeat(64)

describe('pictures that Telegram holds', () => {
  it('are found by bot and content, and replaced by the next upload', async () => {
    const { pictures } = db.database.repositories
    const digest = digestOf('a')
    expect(await pictures.findFile(BOT, digest)).toBeNull()
    await pictures.saveFile(BOT, digest, { fileId: 'first', now: NOON })
    await pictures.saveFile(BOT, digest, { fileId: 'second', now: later(1) })
    expect(await pictures.findFile(BOT, digest)).toBe('second')
    expect(await pictures.findFile(2n, digest)).toBeNull()
  })

  it('are forgotten only under the identifier that was refused', async () => {
    const { pictures } = db.database.repositories
    const digest = digestOf('b')
    await pictures.saveFile(BOT, digest, { fileId: 'new', now: NOON })
    await pictures.forgetFile(BOT, digest, 'old')
    expect(await pictures.findFile(BOT, digest)).toBe('new')
    await pictures.forgetFile(BOT, digest, 'new')
    expect(await pictures.findFile(BOT, digest)).toBeNull()
  })
})

describe('pictures that chats show', () => {
  const student = {
    chatId: 70n,
    userId: 70n,
    firstName: 'x',
    lastName: null,
    username: null,
    languageCode: 'uk',
  }
  const subject = 'offer:1:2025'

  it('are the last of their subject, and as old as their message', async () => {
    const { pictures, students } = db.database.repositories
    await students.touch({ ...student, now: NOON })
    await pictures.show(70n, subject, { messageId: 5, digest: digestOf('a'), sentAt: NOON })
    await pictures.show(70n, subject, { messageId: 5, digest: digestOf('b'), sentAt: later(60_000) })
    expect(await pictures.shown(70n, subject)).toEqual({ messageId: 5, digest: digestOf('b'), sentAt: NOON })
    await pictures.show(70n, subject, { messageId: 9, digest: digestOf('b'), sentAt: later(60_000) })
    expect(await pictures.shown(70n, subject)).toMatchObject({ messageId: 9, sentAt: later(60_000) })
    expect(await pictures.shown(70n, 'offer:2:2025')).toBeNull()
  })

  it('of a person who has been deleted meanwhile are not noted', async () => {
    const { pictures } = db.database.repositories
    await pictures.show(71n, subject, { messageId: 5, digest: digestOf('a'), sentAt: NOON })
    expect(await pictures.shown(71n, subject)).toBeNull()
  })
})

it('what is older than asked is purged, and nothing else', async () => {
  const { pictures } = db.database.repositories
  await pictures.purge(later(86_400_000))
  await pictures.saveFile(BOT, digestOf('c'), { fileId: 'old', now: NOON })
  await pictures.saveFile(BOT, digestOf('d'), { fileId: 'new', now: later(10_000) })
  expect(await pictures.purge(later(5_000))).toBe(1)
  expect(await pictures.findFile(BOT, digestOf('c'))).toBeNull()
  expect(await pictures.findFile(BOT, digestOf('d'))).toBe('new')
})
