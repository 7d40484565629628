import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { freePort, isPortFree } from './free-port.ts'

describe('freePort', () => {
  it('stays below the ports of outgoing connections', async () => {
    expect(await freePort()).toBeLessThan(32_768)
  })

  it.each(['127.0.0.1', '0.0.0.0'])('takes a port that somebody listens on at %s for taken', async (host) => {
    const port = await freePort()
    expect(await isPortFree(port)).toBe(true)
    const server = createServer().listen(port, host)
    await once(server, 'listening')
    expect(await isPortFree(port)).toBe(false)
    server.close()
  })
})
