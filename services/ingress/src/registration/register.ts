import { createHash } from 'node:crypto'
import { jitter, pause, randomId, retryAfterMs } from '@abitly/runtime'
import type { Logger, Redis } from '@abitly/runtime'
import { PREFIX } from '@abitly/queue'
import { asFault } from '@abitly/telegram'
import type { BotApi } from '@abitly/telegram'
import { commandLists } from './commands.ts'

/** What the bot wants to hear of. Always sent: an absent list would keep whatever was set before. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const

/** Where Telegram is to post and with which secret; null: nowhere, updates are fetched. */
export type Registration = { url: string; secret: string } | null

export interface RegistrationDependencies {
  api: BotApi
  redis: Redis
  logger: Logger
  stopping: AbortSignal
}

const LOCK = `${PREFIX}:registration:lock`
/** Longer than the calls it covers may take, each at most 20 s. */
const LOCK_MS = 120_000
/** What was registered last, by whichever replica: a roll-back within the minute must not trust an older mark. */
const DONE = `${PREFIX}:registration`
/** Replicas that start within this time of each other register once. */
const FRESH_SECONDS = 60

/**
 * Registers the webhook, if one is wanted, and the command menus, by one replica of those that start together, and keeps trying until
 * it is done: Telegram being away must not keep ingress from serving.
 */
export async function registerBot(wanted: Registration, deps: RegistrationDependencies): Promise<void> {
  const mark = fingerprint(wanted)
  for (let attempt = 0; !deps.stopping.aborted; attempt += 1) {
    let askedMs = 0
    try {
      if ((await deps.redis.get(DONE)) === mark) return
      const registered = await underLock(deps.redis, async () => {
        await deps.redis.del(DONE)
        await register(wanted, deps.api)
        await deps.redis.set(DONE, mark, 'EX', FRESH_SECONDS)
      })
      if (registered) {
        if (wanted === null) deps.logger.info('commands are registered')
        else deps.logger.info({ url: wanted.url }, 'webhook and commands are registered')
        return
      }
    } catch (error) {
      deps.logger.warn({ err: error }, 'registration failed, trying again')
      askedMs = retryAfterMs(error)
    }
    const backoffMs = Math.min(30_000, 500 * 2 ** attempt) * (0.5 + jitter())
    await pause(Math.max(backoffMs, askedMs), deps.stopping)
  }
}

async function register(wanted: Registration, api: BotApi): Promise<void> {
  const must = async (method: string, payload: Record<string, unknown>): Promise<void> => {
    const outcome = await api.call(method, payload)
    if (outcome.kind !== 'sent') throw asFault(method, outcome)
  }
  if (wanted !== null) {
    await must('setWebhook', {
      url: wanted.url,
      secret_token: wanted.secret,
      allowed_updates: ALLOWED_UPDATES,
      max_connections: 40,
    })
  }
  for (const list of commandLists()) await must('setMyCommands', { ...list })
}

/** @returns false when somebody else holds the lock */
async function underLock(redis: Redis, run: () => Promise<void>): Promise<boolean> {
  const owner = randomId()
  if ((await redis.set(LOCK, owner, 'PX', LOCK_MS, 'NX')) === null) return false
  try {
    await run()
    return true
  } finally {
    if ((await redis.get(LOCK)) === owner) await redis.del(LOCK)
  }
}

function fingerprint(wanted: Registration): string {
  return createHash('sha256')
    .update(JSON.stringify([wanted?.url, wanted?.secret, commandLists()]))
    .digest('hex')
    .slice(0, 16)
}
