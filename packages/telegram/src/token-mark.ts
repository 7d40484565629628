import { createHash } from 'node:crypto'
import type { Redis } from '@abitly/runtime'
import { limiterKey } from './limiter-keys.ts'

/** What all processes know of the bot's token. The mark outlives restarts and never expires. */
export interface TokenMark {
  /** Telegram answered 401: nothing goes out in any process, until `restore`. */
  revoke(): Promise<void>
  restore(): Promise<void>
  revoked(): Promise<boolean>
}

/** @param token undefined: one mark for whatever token the bot has */
export function createTokenMark(
  redis: Redis,
  token: string | undefined,
): TokenMark & { readonly key: string } {
  const key = limiterKey.revoked(token === undefined ? 'bot' : fingerprint(token))
  return {
    key,
    async revoke() {
      await redis.set(key, '1')
    },
    async restore() {
      await redis.del(key)
    },
    revoked: async () => (await redis.exists(key)) === 1,
  }
}

/** Names a token without telling it. */
function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 16)
}
