import type { Database, UnreachableReason } from '@abitly/database'
import type { Producer, ReplyOutcome } from '@abitly/queue'
import { jitter } from '@abitly/runtime'
import type { Clock, Logger } from '@abitly/runtime'
import type { BotApi, SendOutcome } from '@abitly/telegram'
import type { I18n } from '@abitly/text'
import type { CallReply, Reply } from '../bot/reply.ts'
import type { Threads } from '../threads/create-threads.ts'
import { enqueueReply } from './enqueue-reply.ts'
import type { InstantCalls } from './instant-calls.ts'
import { rememberMessage } from './remember-message.ts'
import { sendPicture } from './send-picture.ts'
import { withDocument } from './with-document.ts'

export interface ReplySenderDependencies {
  api: Pick<BotApi, 'call'>
  botId: bigint
  threads: Threads
  /** Tells the person that a picture is under way. */
  instant: Pick<InstantCalls, 'sendChatAction'>
  database: Database
  producer: Pick<Producer, 'enqueue'>
  i18n: I18n
  clock: Clock
  logger: Logger
  /** Refusals (429) of one reply before it is given up. */
  maxRetries: number
  retryDelayMs: number
}

/** Does what one reply says and decides what its outcome means for the lane. */
export function createReplySender(deps: ReplySenderDependencies) {
  return async (reply: Reply, { refusals }: { refusals: number }): Promise<ReplyOutcome> => {
    if ('job' in reply) {
      await enqueueReply(reply, deps.producer)
      return DONE
    }
    return follow(await callOf(reply, deps), reply, refusals, deps)
  }
}

async function callOf(reply: CallReply, deps: ReplySenderDependencies): Promise<SendOutcome> {
  if (reply.picture !== undefined) return sendPicture(reply, reply.picture, deps)
  const payload = reply.document === undefined ? reply.payload : await withDocument(reply, deps)
  return deps.api.call(reply.method, payload)
}

const DONE: ReplyOutcome = { kind: 'done' }
const UNAUTHORISED_MS = 30_000

async function follow(
  outcome: SendOutcome,
  reply: CallReply,
  refusals: number,
  deps: ReplySenderDependencies,
): Promise<ReplyOutcome> {
  switch (outcome.kind) {
    case 'sent':
      // The message is out: what follows must not send it again.
      await unlessItFails(() => rememberMessage(outcome.result, reply, deps), deps.logger)
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
      // A token that is refused may be put right; the reply is kept until then.
      return again(outcome.code === 401 ? UNAUTHORISED_MS : deps.retryDelayMs, false)
    case 'unknown':
      // People prefer an answer twice to no answer. It is counted: bot_sends_total{outcome="unknown"}.
      deps.logger.warn({ method: reply.method, reason: outcome.reason }, 'a reply may go out twice')
      if (refusals + 1 > deps.maxRetries) return giveUp(reply, 'its answer was lost too often', deps.logger)
      return again(deps.retryDelayMs, true)
    case 'rejected':
      return giveUp(reply, outcome.reason, deps.logger)
    case 'migrated':
      return giveUp(reply, 'the chat moved twice', deps.logger)
    case 'withdrawn':
      return giveUp(reply, 'it was withdrawn', deps.logger)
    default:
      return outcome satisfies never
  }
}

function again(delayMs: number, refused: boolean): ReplyOutcome {
  return { kind: 'later', delayMs: delayMs * (1 + jitter() / 2), refused }
}

function giveUp(reply: CallReply, reason: string, logger: Logger): ReplyOutcome {
  logger.error({ method: reply.method, reason }, 'a reply was given up')
  return DONE
}

/** Bookkeeping after a send: its loss costs a stale button or one more refused send, never a second message. */
async function unlessItFails(work: () => Promise<void>, logger: Logger): Promise<void> {
  await work().catch((error: unknown) => logger.warn({ err: error }, 'a send could not be noted'))
}

async function markUnreachable(
  kind: 'blocked' | 'chat-gone',
  { payload }: CallReply,
  { database, clock }: ReplySenderDependencies,
): Promise<void> {
  const chat = payload['chat_id']
  const reason: UnreachableReason = kind === 'blocked' ? 'blocked' : 'chat-not-found'
  if (typeof chat !== 'number' && typeof chat !== 'string') return
  if (BigInt(chat) > 0n)
    await database.repositories.students.markUnreachable(BigInt(chat), reason, clock.now())
}
