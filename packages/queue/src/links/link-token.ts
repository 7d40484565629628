import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'

/** What the deep link of a token begins with: `?start=link_<token>`. */
export const LINK_PREFIX = 'link_'

/** 192 random bits in 32 characters. */
const TOKEN_BYTES = 24
/** With the prefix, the 64 characters Telegram allows in a deep link. */
const TOKEN = /^[A-Za-z0-9_-]{1,59}$/

const payload = z.looseObject({ web_user_id: z.guid(), created_at: z.string() })

/** What a token stands for. */
export interface LinkPayload {
  /** UUID of an account, in lower case. */
  webUserId: string
}

/** Whether a text can be a token at all. */
export function isLinkToken(text: string): boolean {
  return TOKEN.test(text)
}

/** A new token; nobody can guess it. */
export function newLinkToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** The name of a token wherever the token itself must not stand: hex SHA-256. */
export function linkTokenId(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The value of a token's key, as the website writes it too: `{"web_user_id": "...", "created_at": "..."}`. */
export function writeLinkPayload({ webUserId }: LinkPayload, now: Date): string {
  return JSON.stringify({ web_user_id: webUserId, created_at: now.toISOString() })
}

/** The value back; null when it breaks the contract. */
export function readLinkPayload(json: string): LinkPayload | null {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  const read = payload.safeParse(value)
  return read.success ? { webUserId: read.data.web_user_id.toLowerCase() } : null
}
