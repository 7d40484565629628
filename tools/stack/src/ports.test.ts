import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantPort } from './ports.ts'

const server = createServer()
let taken = 0
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  taken = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

describe('a port that is taken', () => {
  it('gives way to a free one when nobody asked for it', async () => {
    expect(await grantPort({ port: taken, variable: 'INGRESS_PORT', explicit: false })).not.toBe(taken)
  })

  it('is an error when somebody did', async () => {
    await expect(grantPort({ port: taken, variable: 'INGRESS_PORT', explicit: true })).rejects.toThrow(
      `INGRESS_PORT: another program listens on port ${taken}`,
    )
  })
})
