import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadScript, runScript } from './lua.ts'
import type { Script } from './lua.ts'
import { closeRedis, createRedis } from './redis.ts'
import type { Redis } from './redis.ts'

const folder = mkdtempSync(join(tmpdir(), 'abitly-lua-'))
let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: Redis

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
  rmSync(folder, { recursive: true })
})

function script(name: string, source: string): Script {
  const path = join(folder, name)
  writeFileSync(path, source)
  return loadScript(pathToFileURL(path))
}

describe('runScript', () => {
  it('runs a script that Redis has never seen, and by its digest from then on', async () => {
    const echo = script('echo-1.lua', 'return { KEYS[1], ARGV[1], tonumber(ARGV[2]), false }')
    const whole = vi.spyOn(redis, 'eval')
    for (const word of ['first', 'second'])
      expect(await runScript(redis, echo, ['key'], [word, 2])).toEqual(['key', word, 2, null])
    expect(whole).toHaveBeenCalledTimes(1)
  })

  it('runs on after Redis has forgotten all scripts', async () => {
    const answer = script('answer-0.lua', 'return 42')
    expect(await runScript(redis, answer, [], [])).toBe(42)
    await server.restart()
    expect(await runScript(redis, answer, [], [])).toBe(42)
  })

  it('passes on what a script throws, and runs it once', async () => {
    const fail = script('fail-1.lua', `redis.call('INCR', KEYS[1]) return redis.error_reply('MINE it broke')`)
    await expect(runScript(redis, fail, ['runs'], [])).rejects.toThrow('MINE it broke')
    await expect(runScript(redis, fail, ['runs'], [])).rejects.toThrow('MINE it broke')
    expect(await redis.get('runs')).toBe('2')
  })
})
