import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** What the webhook answered. `status` 0: no answer, `error` says why in Telegram's words. */
export interface PostResult {
  status: number
  reason: string
  retryAfter?: string
  error?: string
}

export interface Poster {
  post(body: string): Promise<PostResult>
  close(): void
}

interface PosterOptions {
  url: string
  secret: string
  maxConnections: number
  timeoutMs: number
}

/** Posts updates over kept-alive connections. Redirects are answers like any other. */
export function createPoster({ url, secret, maxConnections, timeoutMs }: PosterOptions): Poster {
  const target = new URL(url)
  const secure = target.protocol === 'https:'
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: maxConnections })
  const send = secure ? httpsRequest : httpRequest
  const headers = {
    'Content-Type': 'application/json',
    ...(secret === '' ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret }),
  }
  const open = (body: string): ClientRequest =>
    send(target, {
      method: 'POST',
      agent,
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    })
  return {
    async post(body) {
      const result = await exchange(open(body), body, timeoutMs)
      // The other side may close an idle connection in the very moment it is used again: that is no failure.
      return result === 'stale' ? exchange(open(body), body, timeoutMs).then(known) : result
    },
    close: () => agent.destroy(),
  }
}

function exchange(request: ClientRequest, body: string, timeoutMs: number): Promise<PostResult | 'stale'> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => request.destroy(new Error('Read timeout expired')), timeoutMs)
    request.on('response', (answer) => {
      answer.resume()
      answer.on('close', () => {
        clearTimeout(limit)
        resolve(answer.complete ? outcome(answer) : noAnswer(new Error('Webhook connection closed')))
      })
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit)
      resolve(request.reusedSocket && error.code === 'ECONNRESET' ? 'stale' : noAnswer(error))
    })
    request.end(body)
  })
}

function known(result: PostResult | 'stale'): PostResult {
  return result === 'stale' ? noAnswer(new Error('Webhook connection closed')) : result
}

function outcome(answer: IncomingMessage): PostResult {
  const retryAfter = answer.headers['retry-after']
  return {
    status: answer.statusCode ?? 0,
    reason: answer.statusMessage ?? '',
    ...(retryAfter === undefined ? {} : { retryAfter }),
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset by peer',
  ETIMEDOUT: 'Connection timed out',
  ENOTFOUND: 'Failed to resolve host: Name or service not known',
  EPIPE: 'Broken pipe',
}

function noAnswer(error: NodeJS.ErrnoException): PostResult {
  return { status: 0, reason: '', error: WORDS[error.code ?? ''] ?? error.message }
}

export function isSuccess(result: PostResult): boolean {
  return result.status >= 200 && result.status <= 299
}

/** Text for `last_error_message`. */
export function failureText(result: PostResult): string {
  return result.error ?? `Wrong response from the webhook: ${result.status} ${result.reason}`.trimEnd()
}
