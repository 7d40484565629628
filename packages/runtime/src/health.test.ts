import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHealth, serveHealth } from './health.ts'
import type { Check, Health, HealthServer } from './health.ts'

const fine: Check = () => Promise.resolve('PONG')
const failing: Check = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'))
const silent: Check = () => new Promise(() => undefined)

const create = (checks: Record<string, Check>, essential: string[] = []): Health =>
  createHealth({ service: 'shop', version: '1.2.3', checks, essential })

describe('ping', () => {
  it('names every part', async () => {
    expect(await create({ redis: fine, database: fine }).ping()).toEqual({
      status: 200,
      body: {
        status: 'ok',
        service: 'shop',
        version: '1.2.3',
        checks: { redis: 'ok', database: 'ok' },
      },
    })
  })

  it('is 503 when one part fails, and keeps the reason to itself: it may hold addresses', async () => {
    const { status, body } = await create({ redis: fine, database: failing }).ping()
    expect(status).toBe(503)
    expect(body).toMatchObject({ status: 'failing', checks: { redis: 'ok', database: 'failing' } })
    expect(JSON.stringify(body)).not.toContain('10.0.0.7')
  })

  it('survives a check that throws instead of rejecting', async () => {
    const rude: Check = () => {
      throw new Error('rude')
    }
    expect((await create({ rude }).ping()).body.checks).toEqual({ rude: 'failing' })
  })

  it('does not care whether the service is ready', async () => {
    const health = create({ redis: fine })
    health.setReady(false)
    expect((await health.ping()).status).toBe(200)
  })
})

describe('a check that does not answer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('fails after two seconds, and holds up no other', async () => {
    const report = create({ redis: silent, database: fine }).ping()
    await vi.advanceTimersByTimeAsync(2_000)
    const { status, body } = await report
    expect(status).toBe(503)
    expect(body.checks).toEqual({ redis: 'no answer within 2 s', database: 'ok' })
  })

  it('leaves no timer behind once it has answered', async () => {
    await create({ redis: fine }).ping()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('ready', () => {
  it('is no until the service says so, and no again when it stops', async () => {
    const health = create({ redis: fine }, ['redis'])
    expect(await health.ready()).toMatchObject({
      status: 503,
      body: { checks: { redis: 'ok', service: 'starting or stopping' } },
    })
    health.setReady(true)
    expect((await health.ready()).status).toBe(200)
    health.setReady(false)
    expect((await health.ready()).status).toBe(503)
  })

  it('asks only for what the service cannot work without', async () => {
    const health = create({ redis: fine, database: failing }, ['redis'])
    health.setReady(true)
    expect(await health.ready()).toMatchObject({
      status: 200,
      body: { checks: { redis: 'ok', service: 'ok' } },
    })
  })

  it('is no when an essential part has no check: a name was misspelt', async () => {
    const health = create({ redis: fine }, ['radis'])
    health.setReady(true)
    expect(await health.ready()).toMatchObject({ status: 503, body: { checks: { radis: 'unknown check' } } })
  })
})

describe('serveHealth', () => {
  let server: HealthServer
  let metrics = () => Promise.resolve({ contentType: 'text/plain; version=0.0.4', text: 'up 1\n' })
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init)

  beforeEach(async () => {
    const health = create({ redis: fine, database: failing }, ['redis'])
    health.setReady(true)
    server = await serveHealth(health, () => metrics(), 0)
  })
  afterEach(() => server.close())

  it.each([
    ['/healthcheck', 200, 'text/plain'],
    ['/healthcheck?from=probe', 200, 'text/plain'],
    ['/ping', 503, 'application/json'],
    ['/readyz', 200, 'application/json'],
    ['/metrics', 200, 'text/plain; version=0.0.4'],
  ])('answers %s with %i', async (path, status, type) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe(type)
  })

  it('knows nothing else', async () => {
    expect((await get('/')).status).toBe(404)
    expect((await get('/readyz/x')).status).toBe(404)
  })

  it('says 500 when the metrics cannot be made, and lives on', async () => {
    metrics = () => Promise.reject(new Error('no'))
    expect((await get('/metrics')).status).toBe(500)
    expect((await get('/healthcheck')).status).toBe(200)
  })

  it('closes although a client keeps its connection', async () => {
    await get('/healthcheck', { headers: { connection: 'keep-alive' } })
    await server.close()
    await expect(get('/healthcheck')).rejects.toThrow()
  })

  it('rejects when the port is taken', async () => {
    const health = create({})
    await expect(serveHealth(health, () => metrics(), server.port)).rejects.toThrow('EADDRINUSE')
  })
})
