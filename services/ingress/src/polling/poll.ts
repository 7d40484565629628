import { jitter, pause } from '@abitly/runtime'
import type { Counter, Logger } from '@abitly/runtime'
import type { BotApi, SendOutcome } from '@abitly/telegram'
import { updateIdOf } from '../parse-update.ts'
import type { MemoryGuard } from '../redis-memory.ts'
import { ALLOWED_UPDATES } from '../registration/register.ts'
import { readAnswer } from './read-answer.ts'
import type { Reading } from './read-answer.ts'

/** Telegram holds an empty answer back for so long. Well under the 20 s that a call may take. */
const LONG_POLL_SECONDS = 10
const BATCH = 100
/** While Redis is too full, nothing is asked for. */
const FULL_MS = 1_000
const FIRST_BACKOFF_MS = 500
const LONGEST_BACKOFF_MS = 30_000

export interface PollDependencies {
  api: Pick<BotApi, 'call' | 'getMe'>
  /** Stores a batch in order; false when the poller stopped before all of it was stored. */
  store: (batch: readonly unknown[]) => Promise<boolean>
  memory: Pick<MemoryGuard, 'full'>
  lock: { held(): boolean }
  conflicts: Pick<Counter, 'inc'>
  logger: Logger
}

/** What the poller knows; nothing of it is kept anywhere, because Telegram knows what it has not confirmed. */
interface Progress {
  /** Asking for this confirms everything before it. 0: nothing. */
  offset: number
  webhookDeleted: boolean
  /** In a row. */
  failures: number
}

/**
 * Fetches updates until `ending` aborts or the lock is ours no more. The next batch is asked for, which confirms the
 * last one, only when that one is stored.
 */
export async function poll(deps: PollDependencies, ending: AbortSignal): Promise<void> {
  const progress: Progress = { offset: 0, webhookDeleted: false, failures: 0 }
  while (!ending.aborted && deps.lock.held()) {
    const waitMs = deps.memory.full() ? FULL_MS : await takeTurn(progress, deps, ending)
    if (waitMs > 0) await pause(waitMs, ending)
  }
}

/** @returns milliseconds to wait before the next turn */
async function takeTurn(progress: Progress, deps: PollDependencies, ending: AbortSignal): Promise<number> {
  const outcome = await ask(progress, deps, ending)
  if (ending.aborted) return 0
  const reading = readAnswer(outcome)
  if (reading.kind === 'done' && (await advance(progress, reading.result, deps))) {
    progress.failures = 0
    return 0
  }
  const backoffMs = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** progress.failures)
  progress.failures += 1
  return await recover(reading, progress, deps, backoffMs * (0.5 + jitter()))
}

/** A webhook that is still set would make every poll a conflict, so it goes first. */
async function ask(
  { offset, webhookDeleted }: Progress,
  { api }: PollDependencies,
  signal: AbortSignal,
): Promise<SendOutcome> {
  const call = webhookDeleted
    ? api.call(
        'getUpdates',
        { offset, limit: BATCH, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
        { signal },
      )
    : api.call('deleteWebhook', { drop_pending_updates: false }, { signal })
  // Redis cannot be asked whether Telegram wants a pause: nothing was sent.
  return await call.catch((error: unknown) => ({ kind: 'unreachable', reason: String(error) }))
}

/** @returns false when there was nothing in it to go on with */
async function advance(progress: Progress, result: unknown, deps: PollDependencies): Promise<boolean> {
  if (!progress.webhookDeleted) {
    progress.webhookDeleted = true
    deps.logger.info('fetching updates: no webhook is set')
    return true
  }
  if (!Array.isArray(result)) return false
  if (!(await deps.store(result))) return true
  const last = Math.max(-1, ...result.map((update) => updateIdOf(update) ?? -1))
  progress.offset = Math.max(progress.offset, last + 1)
  return result.length === 0 || last >= 0
}

/** Says what is wrong and puts right what we can. @returns milliseconds to wait */
async function recover(
  reading: Reading,
  progress: Progress,
  { api, conflicts, logger }: PollDependencies,
  backoffMs: number,
): Promise<number> {
  switch (reading.kind) {
    case 'webhook-active':
      conflicts.inc()
      logger.warn({ reason: reading.reason }, 'a webhook is set: deleting it')
      progress.webhookDeleted = false
      return backoffMs
    case 'other-poller':
      conflicts.inc()
      logger.warn({ reason: reading.reason }, 'another process polls with this token, somewhere else')
      return backoffMs
    case 'token-refused':
      logger.error('Telegram refuses the token of the bot: no updates until it is put right')
      // The mark in Redis keeps every other call from asking; an answer to this one takes it away.
      return await api.getMe().then(
        () => backoffMs,
        () => LONGEST_BACKOFF_MS,
      )
    case 'failed':
      logger.warn({ reason: reading.reason }, 'updates could not be fetched, trying again')
      return Math.max(backoffMs, reading.atLeastMs)
    case 'done':
      logger.warn('Telegram answered with something that is no batch of updates')
      return backoffMs
  }
}
