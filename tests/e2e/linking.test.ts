import { createRedis, closeRedis } from '@abitly/runtime'
import { waitFor } from '@abitly/testing'
import pg from 'pg'
import { describe, it } from 'vitest'
import { usePlatform } from '../support/use-platform.ts'
import type { Person } from '../support/telegram.ts'

/** Of the catalogue. */
const TARAS = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0002'
const SOLOMIYA = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0003'
const DANYLO = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0004'

const platform = usePlatform({ workers: 1, env: { ACCOUNT_LINK_URL: 'https://abitly.example/link' } })

/** What the website puts into the address of the bot. */
async function payload(account: string): Promise<string> {
  const output = await platform.abitly('link-token', account)
  return /start (link_\S+)/.exec(output)?.[1] ?? ''
}

async function open(account: string): Promise<{ student: Person; link: string }> {
  const student = await platform.telegram.person()
  const link = await payload(account)
  await student.write(`/start ${link}`)
  return { student, link }
}

async function withRedis<T>(work: (redis: ReturnType<typeof createRedis>) => Promise<T>): Promise<T> {
  const redis = createRedis({ url: platform.redis.url, profile: 'worker', name: 'test' })
  return work(redis).finally(() => closeRedis(redis))
}

/** Holds an account, so that its link waits between the claim of the token and the commit. */
async function holdAccount(account: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: platform.database.url })
  await client.connect()
  await client.query('BEGIN')
  await client.query(`SELECT 1 FROM ${platform.database.schema}.users WHERE id = $1 FOR UPDATE`, [account])
  return () => client.end()
}

describe('linking', () => {
  it('brings the account’s grades along; unlinking takes them away; the website hears of both', async () => {
    const { student, link } = await open(TARAS)
    await student.sees('з’єднано з акаунтом', 'Тарас Б.', '180 · 190 · 170 · 185')
    await student.write(`/start ${link}`)
    await student.sees('уже з’єднано з цим акаунтом')
    await student.write('/myprofile')
    await student.sees('Тарас Б.', 'з акаунта', 'Математика 190', 'Середній бал — 181,25')
    await student.press('Від’єднати…')
    await student.sees('Від’єднати акаунт?')
    await student.press('Від’єднати')
    await student.sees('Акаунт Abitly не з’єднано')
    await withRedis((redis) =>
      waitFor(async () => (await redis.llen('{abitly}:account-events:wait')) >= 2, {
        what: 'two events for the website',
        timeoutMs: 15_000,
      }),
    )
  })

  it('says one thing of every link that is no good', async () => {
    const student = await platform.telegram.person()
    await student.write('/start link_never-issued')
    await student.sees('Це посилання вже не діє')
  })

  it('moves an account to another chat when that is confirmed, and tells the old one', async () => {
    const { student: old } = await open(SOLOMIYA)
    await old.sees('з’єднано з акаунтом')
    const { student: fresh } = await open(SOLOMIYA)
    await fresh.sees('з іншим чатом Telegram')
    await fresh.press('Перенести сюди')
    await fresh.sees('Соломія Г.', '163 · 152 · 158 · 170')
    await old.sees('перенесено', 'в іншому чаті Telegram')
    await old.write('/myprofile')
    await old.sees('Акаунт Abitly не з’єднано')
  })

  it('is finished by the next worker when one is killed between claim and commit', async () => {
    const release = await holdAccount(DANYLO)
    const { student, link } = await open(DANYLO)
    const token = link.replace('link_', '')
    await withRedis((redis) =>
      waitFor(async () => (await redis.exists(`{abitly:link:${token}}:claim`)) === 1, {
        what: 'the token to be claimed',
        timeoutMs: 15_000,
      }),
    )
    platform.workers[0]?.kill('SIGKILL')
    await platform.startWorker()
    await release()
    await student.sees('з’єднано з акаунтом', 'Данило М.')
    const thief = await platform.telegram.person()
    await thief.write(`/start ${link}`)
    await thief.sees('Це посилання вже не діє')
  })
})
