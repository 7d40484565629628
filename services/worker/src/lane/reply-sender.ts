import type { Database, UnreachableReason } from '@abitly/database'
import type { ReplyOutcome } from '@abitly/queue'
import { jitter } from '@abitly/runtime'
import type { Clock, Logger } from '@abitly/runtime'
import type { BotApi, SendOutcome } from '@abitly/telegram'
import type { Reply } from '../bot/reply.ts'

export interface ReplySenderDependencies {
  api: BotApi
  database: Database
  clock: Clock
  logger: Logger
  /** Refusals (429) of one reply before it is given up. */
  maxRetries: number
  retryDelayMs: number
}

/** Sends one reply and decides what its outcome means for the lane. */
export function createReplySender(deps: ReplySenderDependencies) {
  return async (reply: Reply, { refusals }: { refusals: number }): Promise<ReplyOutcome> => {
    const outcome = await deps.api.call(reply.method, reply.payload)
    if (outcome.kind === 'migrated') {
      return follow(
        await deps.api.call(reply.method, { ...reply.payload, chat_id: outcome.chatId }),
        reply,
        refusals,
        deps,
      )
    }
    return follow(outcome, reply, refusals, deps)
  }
}

const DONE: ReplyOutcome = { kind: 'done' }

async function follow(
  outcome: SendOutcome,
  reply: Reply,
  refusals: number,
  deps: ReplySenderDependencies,
): Promise<ReplyOutcome> {
  switch (outcome.kind) {
    case 'sent':
      // The message is out: what follows must not send it again.
      await unlessItFails(() => rememberMessage(outcome.result, reply, deps.database), deps.logger)
      return DONE
    case 'later':
      return { kind: 'later', delayMs: outcome.delayMs, refused: false }
    case 'retry-after':
      return refusals + 1 > deps.maxRetries
        ? giveUp(reply, 'refused too often', deps.logger)
        : again(outcome.retryAfterMs, true)
    case 'blocked':
    case 'chat-gone':
      await unlessItFails(() => markUnreachable(outcome.kind, reply, deps), deps.logger)
      return DONE
    case 'unreachable':
      return again(deps.retryDelayMs, false)
    case 'unknown':
      // People prefer an answer twice to no answer. It is counted: bot_sends_total{outcome="unknown"}.
      deps.logger.warn({ method: reply.method, reason: outcome.reason }, 'a reply may go out twice')
      if (refusals + 1 > deps.maxRetries) return giveUp(reply, 'its answer was lost too often', deps.logger)
      return again(deps.retryDelayMs, true)
    case 'rejected':
      // A token that is refused may be put right; the reply is kept until then.
      if (outcome.code === 401) return again(30_000, false)
      return giveUp(reply, outcome.reason, deps.logger)
    case 'migrated':
      return giveUp(reply, 'the chat moved twice', deps.logger)
    default:
      return outcome satisfies never
  }
}

function again(delayMs: number, refused: boolean): ReplyOutcome {
  return { kind: 'later', delayMs: delayMs * (1 + jitter() / 2), refused }
}

function giveUp(reply: Reply, reason: string, logger: Logger): ReplyOutcome {
  logger.error({ method: reply.method, reason }, 'a reply was given up')
  return DONE
}

/** Bookkeeping after a send: its loss costs a stale button or one more refused send, never a second message. */
async function unlessItFails(work: () => Promise<void>, logger: Logger): Promise<void> {
  await work().catch((error: unknown) => logger.warn({ err: error }, 'a send could not be noted'))
}

/** A dialogue remembers its question's message, so that an answered question can lose its buttons. */
async function rememberMessage(result: unknown, reply: Reply, database: Database): Promise<void> {
  const chat = chatOf(reply)
  if (reply.remember === undefined || chat === null) return
  if (typeof result !== 'object' || result === null || !('message_id' in result)) return
  const messageId = Number(result.message_id)
  await database.repositories.dialogues.rememberMessage(chat, reply.remember.dialogueRevision, messageId)
}

async function markUnreachable(
  kind: 'blocked' | 'chat-gone',
  reply: Reply,
  { database, clock }: ReplySenderDependencies,
): Promise<void> {
  const chat = chatOf(reply)
  const reason: UnreachableReason = kind === 'blocked' ? 'blocked' : 'chat-not-found'
  if (chat !== null && chat > 0n)
    await database.repositories.students.markUnreachable(chat, reason, clock.now())
}

function chatOf(reply: Reply): bigint | null {
  const chat = reply.payload['chat_id']
  return typeof chat === 'number' || typeof chat === 'string' ? BigInt(chat) : null
}
