import { inspect } from 'node:util'

/** `<bot id>:<35 characters>`, wherever it stands: in URLs of the Bot API (encoded too), messages, stacks. */
const BOT_TOKEN = /(?<!\d)(\d{6,})(?::|%3A)[A-Za-z0-9_-]{30,}/gi
/** `scheme://user:password@host`, up to the last @: a password may hold one. Ends at a quote, so that JSON stays JSON. */
const URL_PASSWORD = /\b(\w{1,20}:\/\/[^\s:/@"]*):[^\s/"]+@/g

/** The text without bot tokens and without passwords of connection URLs. */
export function scrub(text: string): string {
  return text.replace(BOT_TOKEN, '$1:[secret]').replace(URL_PASSWORD, '$1:[secret]@')
}

/** What of an error may be logged: its type, code, scrubbed message and stack, and the same of its causes. */
export interface LoggedError {
  type: string
  code?: string
  message: string
  stack?: string
  cause?: LoggedError
}

/** An error as plain data, scrubbed; nothing of its other properties (requests, payloads) gets through. */
export function describeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(textOf(error)) }
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    message: scrub(textOf(error.message)),
    ...(error.stack === undefined ? {} : { stack: scrub(error.stack) }),
    ...(error.cause === undefined || depth >= 4 ? {} : { cause: describeError(error.cause, depth + 1) }),
  }
}

/** Whatever was thrown, as text. An object may lack any way to become one; what it holds stays out of the log. */
function textOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown
  return typeof thrown === 'object' ? Object.prototype.toString.call(thrown) : inspect(thrown)
}
