import { loadScript, pause, redisUnreachable, runScript } from '@abitly/runtime'
import type { LuaReply, Redis } from '@abitly/runtime'
import { isLinkToken, newLinkToken, readLinkPayload, writeLinkPayload } from './link-token.ts'
import type { LinkPayload } from './link-token.ts'

const CLAIM = loadScript(new URL('../../lua/claim-link-token-2.lua', import.meta.url))

/** An update may come again for a day. */
const CLAIM_SECONDS = 86_400
/** A transaction is open meanwhile: better to come again than to hold it. */
const ANSWER_WITHIN_MS = 3_000

/** Given names by a contract with the website. The braces put the claim into the slot of its token in a Redis Cluster. */
const key = {
  token: (token: string) => `abitly:link:${token}`,
  claim: (token: string) => `{abitly:link:${token}}:claim`,
}

/**
 * - `claimed`: this update has redeemed it, now or when it was run before.
 * - `unknown`: never issued, expired, or redeemed by another update.
 * - `malformed`: it cannot be a token, or what it stood for breaks the contract with the website.
 */
export type LinkClaim = ({ kind: 'claimed' } & LinkPayload) | { kind: 'unknown' } | { kind: 'malformed' }

/** Link tokens, in Redis. */
export interface LinkTokens {
  /**
   * Redeems a token for an update. Running the same update again gives the same answer for a day, whatever became of
   * it before: our own failures burn no token.
   * @throws Fault REDIS_UNREACHABLE when Redis does not answer within 3 s
   */
  claim(token: string, updateId: number): Promise<LinkClaim>
  /** Issues a token and returns it. */
  mint(payload: LinkPayload, issue: { ttlSeconds: number; now: Date }): Promise<string>
}

export function createLinkTokens(redis: Redis): LinkTokens {
  return {
    async claim(token, updateId) {
      if (!isLinkToken(token)) return { kind: 'malformed' }
      const keys = [key.token(token), key.claim(token)]
      const json = await inTime(runScript(redis, CLAIM, keys, [updateId, CLAIM_SECONDS]))
      if (typeof json !== 'string') return { kind: 'unknown' }
      const payload = readLinkPayload(json)
      return payload === null ? { kind: 'malformed' } : { kind: 'claimed', ...payload }
    },
    async mint(payload, { ttlSeconds, now }) {
      const token = newLinkToken()
      await redis.set(key.token(token), writeLinkPayload(payload, now), 'EX', ttlSeconds)
      return token
    },
  }
}

/** A claim that succeeds after we gave up waiting is found when the update comes again. */
async function inTime(work: Promise<LuaReply>): Promise<LuaReply> {
  const over = new AbortController()
  const late = pause(ANSWER_WITHIN_MS, over.signal).then(() => {
    if (!over.signal.aborted) throw new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)
    return null
  })
  try {
    return await Promise.race([work, late])
  } catch (cause) {
    throw redisUnreachable({ about: 'link token', cause })
  } finally {
    over.abort()
    // Whoever lost the race may still fail.
    work.catch(() => undefined)
  }
}
