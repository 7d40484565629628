import { createServer } from 'node:net'

/**
 * Ports the system never gives to outgoing connections (those begin at 32768 or 49152). A server that is restarted
 * on its port must not find it taken by somebody's connection, nor a client that retries connect to itself.
 */
const FIRST = 15_000
const LAST = 31_999
const ATTEMPTS = 100

/** A port nobody listens on. Whoever wants it must take it soon. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1))
    if (await isPortFree(port)) return port
  }
  throw new Error(`No free port found between ${FIRST} and ${LAST} in ${ATTEMPTS} attempts`)
}

/** Could a server listen on this port, on all addresses? */
export async function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
