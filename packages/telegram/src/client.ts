import type { UserFromGetMe } from 'grammy/types'
import type { Counter, Histogram } from '@abitly/runtime'
import { asFault, sendBudgetUnreachable } from './faults.ts'
import { LATE_MS, REVOKED_RETRY_MS } from './limiter.ts'
import type { ChatId, Limiter, SendLane } from './limiter.ts'
import { chatOf, maySpendStars, slotsOf } from './methods.ts'
import { followMovedChats } from './moved-chats.ts'
import type { MovedChats } from './moved-chats.ts'
import type { Answer } from './outcome.ts'
import { createSendGate } from './send-gate.ts'
import type { Later, SendGate } from './send-gate.ts'
import type { Call, CallOutcome } from './send-outcome.ts'
import { createWire } from './wire.ts'

export interface BotApiOptions {
  token: string
  apiRoot: string
  limiter: Limiter
  /** Whose budget the sends of this client take. */
  lane: SendLane
  metrics?: SendMetrics
  /** Longest wait for Telegram's answer, in seconds. */
  timeoutSeconds?: number
  /** Bulk may pass Telegram's free rate, for the bot's Stars. Default: false. */
  paidBroadcast?: boolean
  /** Where groups have moved to. Without it, `migrated` is an outcome like others. */
  chats?: MovedChats
}

export interface SendMetrics {
  sends: Counter<'outcome' | 'lane'>
  wait: Histogram<'lane'>
  rateLimited: Counter
}

export interface BotApi {
  /**
   * Calls a method within the send budget. Never throws for anything Telegram or the network does.
   * A 429 or 401 has already been written into the limiter when this returns.
   * @throws Fault SEND_BUDGET_UNREACHABLE when Redis cannot be asked (nothing was sent), and whatever `claim` throws
   */
  call: Call
  /** Asks who we are, whatever the limiter says; an answer proves the token and lets sends go on. */
  getMe(): Promise<UserFromGetMe>
}

/** The only way to Telegram: every call of every process passes this client, and so the limiter. */
export function createBotApi(options: BotApiOptions): BotApi {
  const send = createSender(options)
  const call = options.chats === undefined ? send : followMovedChats(send, options.chats)
  return {
    call,
    async getMe() {
      const outcome = await call('getMe', {})
      if (outcome.kind === 'sent') return outcome.result as UserFromGetMe
      throw asFault('getMe', outcome)
    },
  }
}

/** Without Redis nobody sends. */
const AWAY: Later = { kind: 'later', delayMs: 1_000 }

/** One call: the limiter's grant, the claim, the wire, and what the limiter must learn of the answer. */
function createSender(options: BotApiOptions): Call {
  const { token, apiRoot, limiter, lane, metrics, timeoutSeconds = 20 } = options
  const wire = createWire(token, { apiRoot, timeoutSeconds })
  const way: Way = { limiter, gate: createSendGate(limiter, lane), lane, metrics }
  const pays = (method: string) => lane === 'bulk' && options.paidBroadcast === true && maySpendStars(method)

  const send: Call = async (method, payload, { claim, signal } = {}) => {
    const later = await passLimiter(method, payload, way).catch(explainLimiter)
    if (later !== null) return later
    const grantedAt = performance.now()
    if (claim !== undefined && !(await claim())) return { kind: 'withdrawn' }
    // A claim that took long has let the slot go by, and what was asked of Telegram's patience may have changed.
    if (performance.now() - grantedAt > LATE_MS) {
      const tooLate = await passLimiter(method, payload, way).catch(() => AWAY)
      if (tooLate !== null) return tooLate
    }
    const body = pays(method) ? { ...payload, allow_paid_broadcast: true } : payload
    const answer = await wire(method, body, signal)
    return await tellLimiter(answer, method, chatOf(payload), way)
  }
  return async (method, payload, wishes) => {
    const outcome = await send(method, payload, wishes)
    metrics?.sends.inc({ outcome: outcome.kind, lane })
    return outcome
  }
}

interface Way {
  limiter: Limiter
  gate: SendGate
  lane: SendLane
  metrics: SendMetrics | undefined
}

/** @returns null when the call may go out now */
async function passLimiter(
  method: string,
  payload: Readonly<Record<string, unknown>>,
  { limiter, gate, lane, metrics }: Way,
): Promise<Later | null> {
  if (method === 'getMe') return null
  const chat = chatOf(payload)
  const slots = slotsOf(method, payload)
  if (slots === 0) return await passUnpaced(limiter, lane, chat)
  const startedAt = performance.now()
  const passage = await gate.pass(chat, slots)
  if (passage.kind === 'later') return passage
  metrics?.wait.observe({ lane }, (performance.now() - startedAt) / 1000)
  return null
}

/** What puts no message before people obeys pauses only. */
async function passUnpaced(limiter: Limiter, lane: SendLane, chat: ChatId): Promise<Later | null> {
  const clearance = await limiter.check(lane, chat)
  if (clearance.kind === 'paused') return { kind: 'later', delayMs: clearance.leftMs }
  if (clearance.kind === 'revoked') return { kind: 'later', delayMs: REVOKED_RETRY_MS, revoked: true }
  return null
}

/** The answer counts, even where it cannot be passed on: without Redis nobody sends anyway. */
async function tellLimiter(
  answer: Answer,
  method: string,
  chat: ChatId,
  { limiter, lane, metrics }: Way,
): Promise<CallOutcome> {
  if (answer.kind === 'retry-after') {
    metrics?.rateLimited.inc()
    const alone = lane === 'bulk' ? 'bulk' : 'chat'
    return { ...answer, paused: await limiter.refuse(lane, chat, answer.retryAfterMs).catch(() => alone) }
  }
  if (answer.kind === 'unreachable' && answer.code === 401) await limiter.revoke().catch(() => undefined)
  if (answer.kind === 'sent' && method === 'getMe') await limiter.restore().catch(explainLimiter)
  return answer
}

/** The limiter could not be asked, so nothing was sent. */
function explainLimiter(cause: unknown): never {
  throw sendBudgetUnreachable({ cause })
}
