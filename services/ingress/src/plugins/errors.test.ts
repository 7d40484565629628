import fastify from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { HttpError } from 'grammy'
import { createLogger } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorAnswers } from './errors.ts'

/** Looks like a token; built here, so that no file holds one. */
const SECRET = 'A'.repeat(35)
const ADDRESS = `https://api.telegram.org/bot${['123456', SECRET].join(':')}/sendMessage`

let app: FastifyInstance
let lines: string[]

beforeEach(() => {
  lines = []
  const destination = { write: (line: string) => lines.push(line) }
  const loggerInstance: FastifyBaseLogger = createLogger({ service: 'test', level: 'trace', destination })
  app = fastify({ loggerInstance })
  errorAnswers(app)
  app.get('/breaks', () => {
    throw new HttpError(`request to ${ADDRESS} failed`, new Error(`connect to ${ADDRESS}`))
  })
  app.post('/reads', async () => 'read')
})
afterEach(() => app.close())

describe('errorAnswers', () => {
  it('says nothing of what went wrong inside', async () => {
    const response = await app.inject('/breaks')
    expect(response.statusCode).toBe(500)
    expect(response.json()).toEqual({ error: { code: 'INTERNAL', message: 'Something went wrong here' } })
  })

  it('logs it, without the token that the failed address holds', async () => {
    await app.inject('/breaks')
    expect(lines.join('')).toContain('a request failed')
    expect(lines.join('')).toContain('[secret]')
    expect(lines.join('')).not.toContain(SECRET)
  })

  it('tells the caller what the caller did wrong', async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await app.inject({ method: 'POST', url: '/reads', headers, payload: '{' })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ error: { code: 'FST_ERR_CTP_INVALID_JSON_BODY' } })
  })

  it('has the same shape for an address that does not exist', async () => {
    const response = await app.inject('/nowhere')
    expect(response.statusCode).toBe(404)
    expect(response.json()).toEqual({
      error: { code: 'NOT_FOUND', message: 'There is nothing at this address' },
    })
  })
})
