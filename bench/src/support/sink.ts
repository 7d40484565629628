import { Agent, createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Lane = 'bulk' | 'reply'

/** What a sender says about a message. */
export interface Message {
  lane: Lane
  /** From the wish to send until the limiter let it pass, in milliseconds. */
  waitedMs: number
  /** When its slot was, in microseconds of Redis' clock, where the limiter tells. */
  slotUs?: number
}

/** `at`: milliseconds of the sink's clock. */
export type Arrival = Message & { at: number }

/** Stands for Telegram: notes when each message arrives. */
export interface Sink {
  readonly url: string
  readonly arrivals: readonly Arrival[]
  /** Senders that are ready, and wait for `go`. */
  waiting(): number
  go(): void
  close(): void
}

export async function openSink(): Promise<Sink> {
  const arrivals: Arrival[] = []
  const ready: ServerResponse[] = []
  const answer = (call: IncomingMessage, response: ServerResponse): void => {
    const at = performance.now()
    const { pathname, searchParams } = new URL(call.url ?? '', 'http://sink')
    if (pathname === '/ready') {
      ready.push(response)
    } else {
      arrivals.push({ ...readMessage(searchParams), at })
      response.end()
    }
  }
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    waiting: () => ready.length,
    go() {
      for (const response of ready.splice(0)) response.end()
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The way to a sink. */
export interface Wire {
  /** Resolves when everybody is ready. */
  ready: () => Promise<void>
  deliver: (message: Message) => Promise<void>
}

export function openWire(sinkUrl: string): Wire {
  const agent = new Agent({ keepAlive: true })
  const get = (path: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const call = request(`${sinkUrl}${path}`, { agent }, (response) => {
        response.resume().once('end', resolve)
      })
      call.once('error', reject).end()
    })
  return {
    ready: () => get('/ready'),
    deliver: ({ lane, waitedMs, slotUs }) =>
      get(`/send?lane=${lane}&waited=${waitedMs}${slotUs === undefined ? '' : `&slot=${slotUs}`}`),
  }
}

function readMessage(said: URLSearchParams): Message {
  const slot = said.get('slot')
  return {
    lane: said.get('lane') === 'reply' ? 'reply' : 'bulk',
    waitedMs: Number(said.get('waited')),
    ...(slot === null ? {} : { slotUs: Number(slot) }),
  }
}
