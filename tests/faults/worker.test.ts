import { createTestPostgres, waitFor } from '@abitly/testing'
import { migrate } from '@abitly/database'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'
import type { Person } from '../support/telegram.ts'

let platform: Platform
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await platform.stop()
  for (const close of closing.splice(0)) await close()
})

const OFFER = 'https://vstup.edbo.gov.ua/offer/1481286/'

async function greeted(): Promise<Person> {
  const student = await platform.telegram.person()
  await student.write('/start')
  await student.sees('Привіт')
  return student
}

/** Holds the row of a student, so that the next update of that chat waits in the middle of its transaction. */
async function holdStudent(student: Person): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: platform.database.url })
  await client.connect()
  await client.query(`BEGIN`)
  const { schema } = platform.database
  await client.query(`SELECT 1 FROM ${schema}.telegram_users WHERE telegram_chat_id = $1 FOR UPDATE`, [
    student.id,
  ])
  return () => client.end()
}

async function runSql(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: platform.database.url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

async function waitsForLock(): Promise<void> {
  const client = new pg.Client({ connectionString: platform.database.url })
  await client.connect()
  const waiting = async (): Promise<boolean> => {
    const sql = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'worker' AND wait_event_type = 'Lock'`
    return (await client.query(sql)).rows.length > 0
  }
  await waitFor(waiting, { what: 'a worker to be in the middle of its transaction', timeoutMs: 15_000 })
  await client.end()
}

const count = async (student: Person, part: string): Promise<number> =>
  (await student.botTexts()).filter((text) => text.includes(part)).length

describe('a worker killed with kill -9', () => {
  it('in the middle of a handler loses neither the update nor the order', async () => {
    platform = await startPlatform({ workers: 1 })
    const student = await greeted()
    const release = await holdStudent(student)
    await student.write(OFFER)
    await student.write('/help')
    await waitsForLock()
    platform.workers[0]?.kill('SIGKILL')
    await platform.startWorker()
    await release()
    await student.sees('/language')
    const texts = (await student.botTexts()).slice(1)
    expect(texts.map((text) => text.includes('Львівський'))).toEqual([true, false])
  })

  it('between commit and reply still answers, once', async () => {
    platform = await startPlatform({ workers: 1 })
    const student = await greeted()
    await platform.telegram.fault({ kind: 'too-many-requests', retryAfter: 2, chatId: student.id, times: 1 })
    await student.write(OFFER)
    const refused = async () => (await platform.telegram.calls('sendMessage')).some(({ ok }) => !ok)
    await waitFor(refused, { what: 'the reply to be refused for now', timeoutMs: 15_000 })
    platform.workers[0]?.kill('SIGKILL')
    await platform.startWorker()
    await student.sees('Львівський')
    expect(await count(student, 'Львівський')).toBe(1)
  })

  it('leaves its chats to the other worker', async () => {
    platform = await startPlatform({ workers: 2 })
    const students = await Promise.all(Array.from({ length: 10 }, greeted))
    platform.workers[0]?.kill('SIGKILL')
    await Promise.all(students.map((student) => student.write('/help')))
    await Promise.all(students.map((student) => student.sees('/language')))
  })
})

describe('surroundings that fail', () => {
  it('ten seconds without PostgreSQL dead-letter nothing', async () => {
    const server = await createTestPostgres()
    closing.push(() => server.stop())
    await migrate({ url: server.url, schema: 'abitly', ssl: false })
    platform = await startPlatform({ database: { url: server.url, schema: 'abitly' } })
    const students = await Promise.all(Array.from({ length: 5 }, greeted))
    await server.kill('SIGKILL')
    const downSince = performance.now()
    for (const student of students) await student.write('/help')
    await waitFor(() => performance.now() - downSince > 10_000, {
      what: 'ten seconds to pass',
      timeoutMs: 12_000,
    })
    await server.restart()
    await Promise.all(students.map((student) => student.sees('/language')))
    expect(await platform.abitly('dead-letters')).toContain('No dead letters')
  })

  it('a slow chat delays no other', async () => {
    platform = await startPlatform({ workers: 1 })
    const [slow, quick] = [await greeted(), await greeted()]
    const release = await holdStudent(slow)
    await slow.write('/help')
    await waitsForLock()
    await quick.write('/help')
    await quick.sees('/language')
    expect(await count(slow, '/language')).toBe(0)
    await release()
    await slow.sees('/language')
  })

  it('a 429 is obeyed and the reply arrives, once', async () => {
    platform = await startPlatform({ workers: 2 })
    const student = await greeted()
    await platform.telegram.fault({ kind: 'too-many-requests', retryAfter: 1, chatId: student.id, times: 2 })
    await student.write('/help')
    await student.sees('/language')
    expect(await count(student, '/language')).toBe(1)
    expect(await platform.telegram.violations()).toEqual([])
  })

  it('Telegram answering 500 or with a web page loses no reply', async () => {
    platform = await startPlatform({ workers: 1 })
    const student = await greeted()
    await platform.telegram.fault({ kind: 'server-error', chatId: student.id, times: 1 })
    await platform.telegram.fault({ kind: 'html-body', chatId: student.id, times: 1 })
    await student.write('/help')
    await student.sees('/language')
    expect(await count(student, '/language')).toBe(1)
  })

  it('Redis away makes the webhook answer 503 with Retry-After, and its return is enough', async () => {
    platform = await startPlatform({ workers: 1 })
    const student = await greeted()
    await platform.redis.kill('SIGKILL')
    const answer = await fetch(platform.webhook.url, {
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': platform.webhook.secret },
      body: JSON.stringify({ update_id: 1 }),
    })
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    await student.write('/help')
    await platform.redis.restart()
    await student.sees('/language')
  })
})

describe('an update that cannot be handled', () => {
  it('is given up with an apology, the chat goes on, and an operator can replay it', async () => {
    platform = await startPlatform({ workers: 1 })
    const student = await greeted()
    const { schema } = platform.database
    // The bug of this test: a table the handler needs is not where it was.
    await runSql(`ALTER TABLE ${schema}.offers RENAME TO offers_away`)
    await student.write(OFFER)
    await student.write('/help')
    const texts = async (): Promise<string[]> => (await student.botTexts()).slice(1)
    await waitFor(async () => (await texts()).length === 2, { what: 'apology and help', timeoutMs: 60_000 })
    const [apology, help] = await texts()
    expect(apology).toContain('зламалося')
    expect(apology).not.toMatch(/Error|offers|at /)
    expect(help).toContain('/language')

    await runSql(`ALTER TABLE ${schema}.offers_away RENAME TO offers`)
    const letter = /^(\d+) /m.exec(await platform.abitly('dead-letters'))?.[1] ?? ''
    await platform.abitly('dead-letters', 'replay', letter)
    await student.sees('Львівський')
    expect(await platform.abitly('dead-letters')).toContain('No dead letters')
  })
})
