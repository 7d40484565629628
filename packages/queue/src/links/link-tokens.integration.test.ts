import { closeRedis, createRedis, describeError, isEnvironmental } from '@abitly/runtime'
import { createTestRedis } from '@abitly/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLinkTokens } from './link-tokens.ts'
import type { LinkTokens } from './link-tokens.ts'

const ACCOUNT = '0b9d1e52-6c1f-4a53-9a3e-5f6f0f1a0001'
const CLAIMED = { kind: 'claimed', webUserId: ACCOUNT }
const UNKNOWN = { kind: 'unknown' }
const TOKEN = 'made-by-the-website_1'

let server: Awaited<ReturnType<typeof createTestRedis>>
let redis: ReturnType<typeof createRedis>
let tokens: LinkTokens

beforeAll(async () => {
  server = await createTestRedis()
  redis = createRedis({ url: server.url, profile: 'worker', name: 'test' })
  tokens = createLinkTokens(redis)
})
afterAll(async () => {
  await closeRedis(redis)
  await server.stop()
})
beforeEach(async () => {
  await redis.flushall()
  await redis.set(`abitly:link:${TOKEN}`, `{"web_user_id": "${ACCOUNT}", "created_at": "now"}`, 'EX', 600)
})

describe('a link token', () => {
  it('is redeemed once: the key is gone, and another update gets nothing', async () => {
    expect(await tokens.claim(TOKEN, 1)).toEqual(CLAIMED)
    expect(await redis.exists(`abitly:link:${TOKEN}`)).toBe(0)
    expect(await tokens.claim(TOKEN, 2)).toEqual(UNKNOWN)
  })

  it('gives the same update the same answer again: a process that died has burned nothing', async () => {
    await tokens.claim(TOKEN, 1)
    await tokens.claim(TOKEN, 2)
    expect(await tokens.claim(TOKEN, 1)).toEqual(CLAIMED)
    expect(await tokens.claim(TOKEN, 11)).toEqual(UNKNOWN)
    const ttl = await redis.ttl(`{abitly:link:${TOKEN}}:claim`)
    expect(ttl).toBeGreaterThan(86_000)
    expect(ttl).toBeLessThanOrEqual(86_400)
  })

  it('goes to one of many updates that come at once', async () => {
    const claims = await Promise.all(Array.from({ length: 50 }, (_, id) => tokens.claim(TOKEN, id)))
    expect(claims.filter(({ kind }) => kind === 'claimed')).toHaveLength(1)
  })

  it('that was used does not come back to life when it is written again', async () => {
    await tokens.claim(TOKEN, 1)
    await redis.set(`abitly:link:${TOKEN}`, '{}')
    expect(await tokens.claim(TOKEN, 2)).toEqual(UNKNOWN)
  })

  it('that we issue can be redeemed, for as long as it was issued', async () => {
    const token = await tokens.mint({ webUserId: ACCOUNT }, { ttlSeconds: 600, now: new Date() })
    expect(await redis.ttl(`abitly:link:${token}`)).toBeGreaterThan(590)
    expect(await tokens.claim(token, 3)).toEqual(CLAIMED)
  })

  it('that breaks the contract is told from one that does not exist', async () => {
    await redis.set('abitly:link:rubbish', 'rubbish')
    await redis.hset('abitly:link:hash', 'a', 'b')
    expect(await tokens.claim('rubbish', 1)).toEqual({ kind: 'malformed' })
    expect(await tokens.claim('hash', 1)).toEqual(UNKNOWN)
    expect(await tokens.claim('no such token', 1)).toEqual({ kind: 'malformed' })
    expect(await tokens.claim('never-issued', 1)).toEqual(UNKNOWN)
  })
})

it('a Redis that is frozen holds nobody, burns nothing, and its error holds no token', async () => {
  await server.pause()
  const error: unknown = await tokens.claim(TOKEN, 1).catch((thrown: unknown) => thrown)
  await server.resume()
  expect(isEnvironmental(error)).toBe(true)
  expect(JSON.stringify(describeError(error))).not.toContain(TOKEN)
  expect(await tokens.claim(TOKEN, 1)).toEqual(CLAIMED)
})
