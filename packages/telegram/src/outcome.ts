import { GrammyError } from 'grammy'
import type { HttpError } from 'grammy'
import { UploadFailed } from './file-upload.ts'

/** What an answer of the Bot API, or its absence, means. */
export type Answer =
  | { kind: 'sent'; result: unknown }
  /** 429: again after so many milliseconds. */
  | { kind: 'retry-after'; retryAfterMs: number }
  /** The recipient blocked the bot, was deleted, or never started it. */
  | { kind: 'blocked'; reason: string }
  /** The chat does not exist, or the bot is no longer in it. */
  | { kind: 'chat-gone'; reason: string }
  /** The group became a supergroup with this id. */
  | { kind: 'migrated'; chatId: number }
  /** Telegram will never accept this call: our mistake. */
  | { kind: 'rejected'; code: number; reason: string }
  /** Nothing was sent; it may pass later. `code`: what Telegram answered, if it did; 401: the token is refused. */
  | { kind: 'unreachable'; reason: string; code?: number }
  /** The answer is missing: it may have been sent or not. */
  | { kind: 'unknown'; reason: string }

/** Refusals that change nothing for the person: the wanted state is there already, or came too late to matter. */
const HARMLESS =
  /message is not modified|query is too old|query id is invalid|message to (delete|react) not found/i
const GONE_PERSON = /bot was blocked|user is deactivated|can't initiate conversation/i
const GONE_CHAT = /kicked|not a member|group chat was deleted|chat not found|chat was deleted/i
/** The connection was never made, so nothing was written to it. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * Sorts what a call threw. Texts of Telegram are no contract, so codes decide first and the texts are matched
 * loosely. The reasons hold no address: the address of the Bot API contains the token.
 */
export function outcomeOfError(error: GrammyError | HttpError): Answer {
  if (error instanceof GrammyError) return outcomeOfRefusal(error)
  return outcomeOfTransport(error.error)
}

function outcomeOfRefusal({ error_code: code, description, parameters }: GrammyError): Answer {
  if (code === 429) return { kind: 'retry-after', retryAfterMs: (parameters.retry_after ?? 1) * 1_000 }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { kind: 'migrated', chatId: parameters.migrate_to_chat_id }
  }
  // A token that is refused may be put right: what is to be sent is kept until then.
  if (code >= 500 || code === 401) return { kind: 'unreachable', reason: description, code }
  if (HARMLESS.test(description)) return { kind: 'sent', result: true }
  if (GONE_PERSON.test(description)) return { kind: 'blocked', reason: description }
  if (GONE_CHAT.test(description)) return { kind: 'chat-gone', reason: description }
  return { kind: 'rejected', code, reason: description }
}

function outcomeOfTransport(error: unknown): Answer {
  // The body was never completed, so Telegram cannot have acted on it.
  if (error instanceof UploadFailed) return { kind: 'unreachable', reason: error.message }
  const code = property(error, 'code')
  const type = property(error, 'type')
  if (NOT_CONNECTED.has(code)) return { kind: 'unreachable', reason: code }
  // A page instead of an answer comes from a proxy or a server in trouble.
  if (type === 'invalid-json') return { kind: 'unreachable', reason: 'the answer was not JSON' }
  return { kind: 'unknown', reason: code || type || 'no answer' }
}

function property(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' ? found : ''
}
