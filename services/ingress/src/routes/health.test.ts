import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { createHealth } from '@abitly/runtime'
import type { Health } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { healthRoutes } from './health.ts'

let app: FastifyInstance
let health: Health
let databaseAway = false

beforeEach(() => {
  databaseAway = false
  health = createHealth({
    service: 'ingress',
    version: '1.2.3',
    checks: {
      redis: () => Promise.resolve(),
      database: () => (databaseAway ? Promise.reject(new Error('away')) : Promise.resolve()),
    },
    essential: ['redis'],
  })
  app = fastify({ logger: false })
  healthRoutes(app, health, () =>
    Promise.resolve({ contentType: 'text/plain; version=0.0.4', text: 'up 1\n' }),
  )
})
afterEach(() => app.close())

const get = (url: string) => app.inject({ url })

describe('the health routes', () => {
  it('say that the process is up from the first moment', async () => {
    const { statusCode, body } = await get('/healthcheck')
    expect([statusCode, body]).toEqual([200, 'OK'])
  })

  it('say that it is ready once it is', async () => {
    expect((await get('/readyz')).statusCode).toBe(503)
    health.setReady(true)
    expect((await get('/readyz')).statusCode).toBe(200)
  })

  it('keep it ready without a database: Telegram must still reach it', async () => {
    health.setReady(true)
    databaseAway = true
    expect((await get('/readyz')).statusCode).toBe(200)
    const ping = await get('/ping')
    expect(ping.statusCode).toBe(503)
    expect(ping.json()).toEqual({
      status: 'failing',
      service: 'ingress',
      version: '1.2.3',
      checks: { redis: 'ok', database: 'failing' },
    })
  })

  it('answer the website', async () => {
    expect((await get('/api/v1/health/')).json()).toEqual({ status: 'ok' })
  })

  it('show the metrics in the form Prometheus asks for', async () => {
    const { headers, body } = await get('/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4')
    expect(body).toBe('up 1\n')
  })
})
