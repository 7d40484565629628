import { hostname } from 'node:os'
import { closeRedis, connectRedis, createRedis } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { freePort, spawnService, waitFor } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPlatform } from '../support/platform.ts'
import type { Platform } from '../support/platform.ts'
import type { Person } from '../support/telegram.ts'
import type { RunningService } from '../support/service.ts'

const LOCK = 'bot_polling_lock'
const SECONDS_10 = 10_000
let platform: Platform
let ingress: RunningService
let redis: Redis

beforeAll(async () => {
  platform = await startPlatform({ ingressMode: 'polling' })
  ingress = platform.ingress
  redis = createRedis({ url: platform.redis.url, profile: 'worker', name: 'test' })
  await connectRedis(redis)
})
afterAll(async () => {
  await closeRedis(redis)
  await platform.stop()
})

/** Calls the Bot API as somebody else who has the token. */
async function elsewhere(method: string, parameters: Record<string, string>) {
  const query = new URLSearchParams(parameters).toString()
  const answer = await fetch(
    `${platform.telegram.url}/bot${platform.env['BOT_TOKEN'] ?? ''}/${method}?${query}`,
  )
  return (await answer.json()) as { ok: boolean; description?: string }
}

async function metric(name: string): Promise<number> {
  const page = await (await fetch(`${ingress.url}/metrics`)).text()
  return Number(new RegExp(`^${name}\\{[^}]*\\} (.+)$`, 'm').exec(page)?.[1])
}

/** Resolves with a student whose message was fetched and answered: meanwhile the poller waits at Telegram again. */
async function answeredStudent(): Promise<Person> {
  const student = await platform.telegram.person()
  await student.write('/start')
  await student.sees('Привіт')
  return student
}

describe('a polling ingress', () => {
  it('has a student answered', async () => {
    const student = await answeredStudent()
    await student.write('/help')
    await student.sees('/language')
  })

  it('has no webhook, neither at Telegram nor of its own, but registers the commands', async () => {
    const commands = async () => (await platform.telegram.state()).bot.commands.map(({ command }) => command)
    await expect.poll(commands, { timeout: SECONDS_10 }).toContain('start')
    expect((await platform.telegram.state()).webhook.url).toBe('')
    expect((await fetch(`${ingress.url}/telegram/webhook`, { method: 'POST', body: '{}' })).status).toBe(404)
  })

  it('tells the platform how it is, the lock included', async () => {
    const ready = await fetch(`${ingress.url}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ checks: { redis: 'ok', polling: 'ok' } })
    expect((await fetch(`${ingress.url}/healthcheck`)).status).toBe(200)
    const beat = await metric('bot_polling_heartbeat_timestamp')
    expect(Math.abs(Date.now() / 1_000 - beat)).toBeLessThan(60)
    expect(Number(await redis.get('bot_polling_heartbeat'))).toBeGreaterThanOrEqual(beat)
  })

  it('keeps a second one from starting, which says who polls and how to free the lock', async () => {
    const env = { ...platform.env, PORT: String(await freePort()) }
    const second = await spawnService({ name: 'second', script: 'services/ingress/dist/main.js', env })
    expect((await second.exited).code).toBe(1)
    const said = second.logs()
    expect(said).toContain('POLLING_LOCK_HELD')
    expect(said).toMatch(
      new RegExp(`process ${ingress.pid} on ${hostname()} \\(development\\) for \\d+ (s|min)`),
    )
    expect(said).toContain('pnpm abitly release-lock')
    expect(JSON.parse((await redis.get(LOCK)) ?? '')).toMatchObject({ pid: ingress.pid })
  })

  it('counts polls of others with its token and goes on', async () => {
    await answeredStudent()
    await elsewhere('getUpdates', {})
    const conflicts = () => metric('bot_polling_conflicts_total')
    await expect.poll(conflicts, { timeout: SECONDS_10 }).toBe(1)
    expect(ingress.logs()).toContain('terminated by other getUpdates request')
    await answeredStudent()
  })

  it('deletes a webhook that somebody sets meanwhile, and loses nothing', async () => {
    expect(await elsewhere('setWebhook', { url: 'https://bot.example/hook' })).toMatchObject({ ok: true })
    await answeredStudent()
    expect((await platform.telegram.state()).webhook.url).toBe('')
    expect(ingress.logs()).toContain('a webhook is set')
  })

  it('waits for a Redis that is away, and loses nothing', async () => {
    const student = await platform.telegram.person()
    await platform.redis.kill()
    await student.write('/start')
    await platform.redis.restart()
    await student.sees('Привіт')
  })
})

describe('a polling ingress that dies', () => {
  /** What each student writes, and what the answer to it begins with. */
  const TALK = [
    ['/start', 'Привіт'],
    ['/help', '/language'],
    ['/language', 'Мова'],
  ] as const

  it('in a burst leaves everything to its successor: each message is answered once, in order', async () => {
    const students = await Promise.all(Array.from({ length: 15 }, () => platform.telegram.person()))
    const burst = (async () => {
      for (const [text] of TALK) await Promise.all(students.map((student) => student.write(text)))
    })()
    await students[0]?.seesAnywhere('Привіт')
    ingress.kill('SIGKILL')
    await Promise.all([burst, ingress.exited])

    expect(await platform.abitly('release-lock', '--yes')).toMatch(
      new RegExp(`process ${ingress.pid} on ${hostname()} \\(development\\)[^]*The lock is free`),
    )
    ingress = await platform.startIngress()
    for (const student of students) {
      await student.seesAnywhere('Мова')
      const texts = await student.botTexts()
      expect(texts).toHaveLength(TALK.length)
      for (const [index, [, answer]] of TALK.entries()) expect(texts[index]).toContain(answer)
    }
  })

  it('before it confirmed what it had stored is not noticed by the student', async () => {
    const student = await answeredStudent()
    // Concerns the poll after the one that waits now: that one brings the message.
    await platform.telegram.fault({ kind: 'server-error', method: 'getUpdates' })
    await student.write('/help')
    await student.sees('/language')
    ingress.kill('SIGKILL')
    await ingress.exited
    await platform.telegram.clearFaults()
    expect((await platform.telegram.state()).webhook.pending).toBe(1)

    await platform.abitly('release-lock', '--yes')
    ingress = await platform.startIngress()
    const confirmed = async () => (await platform.telegram.state()).webhook.pending === 0
    await waitFor(confirmed, { what: 'the message to be confirmed', timeoutMs: SECONDS_10 })
    await student.write('/language')
    await student.sees('Мова')
    expect(await student.botTexts()).toHaveLength(3)
  })
})

describe('a polling ingress that stops', () => {
  it('breaks off its poll, says goodbye and leaves the lock to the next', async () => {
    await answeredStudent()
    const startedAt = performance.now()
    ingress.kill('SIGTERM')
    expect(await ingress.exited).toEqual({ code: 0, signal: null })
    expect(performance.now() - startedAt).toBeLessThan(8_000)
    expect(await redis.exists(LOCK, 'bot_polling_heartbeat')).toBe(0)
    expect(await platform.abitly('release-lock')).toContain('No lock is held.')

    ingress = await platform.startIngress()
    await answeredStudent()
  })

  it('because it has lost the lock ends with a clear message, and does not touch the new holder', async () => {
    const other = JSON.stringify({ host: 'elsewhere', pid: 7, env: 'development', ts: 0, owner: 'y' })
    await redis.set(LOCK, other)
    expect((await ingress.exited).code).toBe(1)
    expect(ingress.logs()).toContain('POLLING_LOCK_LOST')
    expect(ingress.logs()).toContain('process 7 on elsewhere')
    expect(await redis.get(LOCK)).toBe(other)
  })
})
