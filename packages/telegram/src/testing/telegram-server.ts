import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call as it arrived. */
export interface ReceivedCall {
  method: string
  /** The payload of a JSON call; empty for an upload. */
  payload: Record<string, unknown>
  /** The body as it came: an upload's parts. */
  body: string
}

/** What to answer: a result, or a refusal. */
export type ServerAnswer =
  { result: unknown } | { code: number; description: string; parameters?: Record<string, unknown> }

/** A Bot API that answers as a test says and remembers what it was asked. */
export interface TelegramServer {
  readonly apiRoot: string
  readonly calls: ReceivedCall[]
  /** What follows is answered so, until told otherwise. */
  answer(how: (call: ReceivedCall) => ServerAnswer): void
  close(): Promise<void>
}

export const SENT: ServerAnswer = { result: { message_id: 1 } }

export async function startTelegramServer(): Promise<TelegramServer> {
  const calls: ReceivedCall[] = []
  let how: (call: ReceivedCall) => ServerAnswer = () => SENT
  const server = createServer((request, response) => {
    const take = (call: ReceivedCall): void => {
      calls.push(call)
      respond(response, how(call))
    }
    // An upload that breaks off is no call.
    void receive(request).then(take, () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answer: (next) => {
      how = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function receive(request: IncomingMessage): Promise<ReceivedCall> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString()
  const json = request.headers['content-type'] === 'application/json'
  return {
    method: request.url?.split('/').at(-1) ?? '',
    payload: json ? (JSON.parse(body) as Record<string, unknown>) : {},
    body,
  }
}

function respond(response: ServerResponse, answer: ServerAnswer): void {
  const refused = 'code' in answer
  const body = refused
    ? { ok: false, error_code: answer.code, description: answer.description, parameters: answer.parameters }
    : { ok: true, result: answer.result }
  response.writeHead(refused ? answer.code : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
