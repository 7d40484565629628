import { Api, GrammyError, HttpError } from 'grammy'
import type { RawApi } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import { defineFault } from '@abitly/runtime'
import type { Counter, Histogram } from '@abitly/runtime'
import { chatOf, slotsOf } from './methods.ts'
import { waitForSlot } from './limiter.ts'
import type { Limiter, SendLane } from './limiter.ts'
import { outcomeOfError } from './outcome.ts'
import type { CallOutcome } from './outcome.ts'

export interface BotApiOptions {
  token: string
  apiRoot: string
  limiter: Limiter
  /** Whose budget the sends of this client take. */
  lane: SendLane
  metrics?: SendMetrics
  /** Longest wait for Telegram's answer, in seconds. */
  timeoutSeconds?: number
}

export interface SendMetrics {
  sends: Counter<'outcome' | 'lane'>
  wait: Histogram<'lane'>
  rateLimited: Counter
}

/** What a call came to; `later`: the budget has no place now, come back after so many milliseconds. */
export type SendOutcome = CallOutcome | { kind: 'later'; delayMs: number }

export interface BotApi {
  /**
   * Calls a method within the send budget. Never throws for anything Telegram or the network does.
   * A 429 has already been written into the limiter when this returns.
   */
  call(method: string, payload: Readonly<Record<string, unknown>>): Promise<SendOutcome>
  getMe(): Promise<UserFromGetMe>
}

const telegramFailed = defineFault('TELEGRAM_CALL_FAILED', 'The Bot API did not do what was asked')
const telegramUnreachable = defineFault(
  'TELEGRAM_UNREACHABLE',
  'The Bot API does not answer; check TELEGRAM_API_ROOT',
  {
    environment: true,
  },
)

const sendBudgetUnreachable = defineFault(
  'SEND_BUDGET_UNREACHABLE',
  'The send limiter could not be asked; check Redis',
  { environment: true },
)

/** A wait that is too long to keep a place for. */
class SlotTooFar extends Error {
  readonly delayMs: number
  constructor(delayMs: number) {
    super('No slot within reach')
    this.delayMs = delayMs
  }
}

/** The only way to Telegram: every call of every process passes this client's transformer. */
export function createBotApi({
  token,
  apiRoot,
  limiter,
  lane,
  metrics,
  timeoutSeconds = 20,
}: BotApiOptions): BotApi {
  const api = new Api(token, { apiRoot, timeoutSeconds })
  api.config.use(async (next, method, payload, signal) => {
    await passLimiter(limiter, lane, method, payload, metrics).catch(explainLimiter)
    return next(method, payload, signal)
  })
  const call: BotApi['call'] = async (method, payload) => {
    const outcome = await attempt(() => callRaw(api, method, payload))
    metrics?.sends.inc({ outcome: outcome.kind, lane })
    if (outcome.kind === 'retry-after') {
      metrics?.rateLimited.inc()
      await limiter.refuse(lane, chatOf(payload), outcome.retryAfterMs)
    }
    return outcome
  }
  return {
    call,
    async getMe() {
      const outcome = await call('getMe', {})
      if (outcome.kind === 'sent') return outcome.result as UserFromGetMe
      throw asFault('getMe', outcome)
    },
  }
}

/** The fault for a call that had to succeed. */
export function asFault(method: string, outcome: Exclude<SendOutcome, { kind: 'sent' }>): Error {
  const reason = 'reason' in outcome ? `: ${outcome.reason}` : ''
  const about = `${method} → ${outcome.kind}${reason}`
  if (outcome.kind === 'retry-after')
    return telegramUnreachable({ about, retryAfterMs: outcome.retryAfterMs })
  if (outcome.kind === 'later') return telegramUnreachable({ about, retryAfterMs: outcome.delayMs })
  const transient = outcome.kind === 'unreachable' || outcome.kind === 'unknown'
  return transient ? telegramUnreachable({ about }) : telegramFailed({ about })
}

/** The limiter could not be asked, so nothing was sent. */
function explainLimiter(error: unknown): never {
  throw error instanceof SlotTooFar ? error : sendBudgetUnreachable({ cause: error })
}

async function passLimiter(
  limiter: Limiter,
  lane: SendLane,
  method: string,
  payload: Record<string, unknown>,
  metrics: SendMetrics | undefined,
): Promise<void> {
  const chat = chatOf(payload)
  const startedAt = performance.now()
  const slots = slotsOf(method, payload)
  if (slots === 0) {
    const paused = await limiter.pauseLeft(lane, chat)
    if (paused > 0) throw new SlotTooFar(paused)
    return
  }
  for (let slot = 0; slot < slots; slot += 1) {
    const comeBackMs = await waitForSlot(limiter, lane, chat)
    if (comeBackMs > 0) throw new SlotTooFar(comeBackMs)
  }
  metrics?.wait.observe({ lane }, (performance.now() - startedAt) / 1000)
}

const WITHOUT_PAYLOAD = new Set(['getMe', 'getWebhookInfo'])

async function callRaw(
  api: Api,
  method: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const run: unknown = Reflect.get(api.raw, method as keyof RawApi)
  if (typeof run !== 'function') throw telegramFailed({ about: `no such method: ${method}` })
  // grammY takes no payload for the methods that have none.
  const args = WITHOUT_PAYLOAD.has(method) ? [] : [payload]
  return await (run as (...args: unknown[]) => Promise<unknown>)(...args)
}

async function attempt(run: () => Promise<unknown>): Promise<SendOutcome> {
  try {
    return { kind: 'sent', result: await run() }
  } catch (error) {
    if (error instanceof SlotTooFar) return { kind: 'later', delayMs: error.delayMs }
    if (error instanceof GrammyError || error instanceof HttpError) return outcomeOfError(error)
    throw error
  }
}
