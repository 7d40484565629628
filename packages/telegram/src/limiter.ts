import { loadScript, pause, randomId, runScript } from '@abitly/runtime'
import type { LuaReply, Redis } from '@abitly/runtime'

const TAKE_SLOT = loadScript(new URL('../lua/take-slot-6.lua', import.meta.url))
const PAUSE = loadScript(new URL('../lua/pause-4.lua', import.meta.url))

/** Replies answer a person and never wait behind bulk, which we send of our own accord. */
export type SendLane = 'reply' | 'bulk'

export interface LimiterOptions {
  /** Most bulk sends of the whole fleet in any second. */
  bulkPerSecond: number
  /** Most replies of the whole fleet in any second. */
  repliesPerSecond: number
  /** Between two sends to one private chat, in milliseconds. */
  chatIntervalMs: number
  groupPerMinute: number
}

/** `wait`: send after so many milliseconds. `later`: nothing was reserved, ask again after so many. */
export type Grant = { granted: true; waitMs: number } | { granted: false; retryMs: number }

export type Paused = 'all' | 'bulk' | 'chat'

export interface Limiter {
  /** Asks for one send to a chat (null: a method that concerns no chat). */
  take(lane: SendLane, chat: bigint | number | null): Promise<Grant>
  /** Milliseconds until no pause concerns this lane and chat. */
  pauseLeft(lane: SendLane, chat: bigint | number | null): Promise<number>
  /** Telegram answered 429: stops whom it concerns. */
  refuse(lane: SendLane, chat: bigint | number | null, retryAfterMs: number): Promise<Paused>
}

const PREFIX = '{abitly}:lim'
const key = {
  window: (lane: SendLane) => `${PREFIX}:g:${lane}`,
  chat: (chat: string) => `${PREFIX}:c:${chat}`,
  bulk: `${PREFIX}:b`,
  pauseAll: `${PREFIX}:p`,
  pauseBulk: `${PREFIX}:pb`,
  pauseChat: (chat: string) => `${PREFIX}:pc:${chat}`,
  refused: `${PREFIX}:refused`,
}

const SECOND_US = 1_000_000
/** Timers fire late and the wire adds its own: the window and the intervals are this much longer. */
const MARGIN = 1.03
/** A reply in a private chat may run this many intervals ahead: Telegram lets short bursts pass. */
const REPLIES_AHEAD = 2
/**
 * Longest wait that is granted in advance: one window for replies, so that they keep their order under load.
 * Bulk reserves nothing ahead: replies and pauses must not wait for it.
 */
const HORIZON_US: Record<SendLane, number> = { bulk: 0, reply: SECOND_US * MARGIN }
/** Refusals in two chats within this time mean that Telegram means the whole bot. */
const LATELY_MS = 5_000

/**
 * The send budget of the whole fleet: an exact sliding window per lane, an interval per chat, and the pauses that
 * Telegram asks for, all in one Redis script, so that any number of processes share one budget.
 */
export function createLimiter(redis: Redis, options: LimiterOptions): Limiter {
  const owner = randomId()
  let grants = 0
  const perSecond: Record<SendLane, number> = { bulk: options.bulkPerSecond, reply: options.repliesPerSecond }
  return {
    async take(lane, chat) {
      const name = chat === null ? '' : String(chat)
      const { intervalUs, aheadUs } = chatPace(lane, chat, options)
      const reply = await runScript(
        redis,
        TAKE_SLOT,
        [key.window(lane), key.chat(name), key.bulk, key.pauseAll, key.pauseBulk, key.pauseChat(name)],
        [
          lane,
          perSecond[lane],
          SECOND_US * MARGIN,
          intervalUs,
          aheadUs,
          HORIZON_US[lane],
          `${owner}:${(grants += 1)}`,
        ],
      )
      return readGrant(reply)
    },
    async pauseLeft(lane, chat) {
      const keys = [
        key.pauseAll,
        ...(lane === 'bulk' ? [key.pauseBulk] : []),
        ...(chat === null ? [] : [key.pauseChat(String(chat))]),
      ]
      return Math.max(0, ...(await Promise.all(keys.map((name) => redis.pttl(name)))))
    },
    async refuse(lane, chat, retryAfterMs) {
      const name = chat === null ? '' : String(chat)
      const keys = [key.pauseAll, key.pauseBulk, key.pauseChat(name), key.refused]
      return (await runScript(redis, PAUSE, keys, [lane, Math.ceil(retryAfterMs), name, LATELY_MS])) as Paused
    },
  }
}

/** Groups and channels have negative ids. */
function chatPace(lane: SendLane, chat: bigint | number | null, options: LimiterOptions) {
  const group = chat !== null && chat < 0
  const intervalMs = group ? 60_000 / options.groupPerMinute : options.chatIntervalMs
  const intervalUs = chat === null ? 0 : intervalMs * 1_000 * MARGIN
  return { intervalUs, aheadUs: lane === 'reply' && !group ? intervalUs * REPLIES_AHEAD : 0 }
}

function readGrant(reply: LuaReply): Grant {
  const [granted, waitUs] = reply as readonly number[]
  const ms = Math.ceil((waitUs ?? 0) / 1_000)
  return granted === 1 ? { granted: true, waitMs: ms } : { granted: false, retryMs: Math.max(1, ms) }
}

/** Whoever has to wait longer than this gives up its place and comes back. */
export const LONGEST_WAIT_MS = 5_000

/**
 * Waits for the right to send.
 * @returns 0 when the caller may send now; else after how many milliseconds it should come back
 */
export async function waitForSlot(
  limiter: Limiter,
  lane: SendLane,
  chat: bigint | number | null,
): Promise<number> {
  for (let waited = 0; ;) {
    const grant = await limiter.take(lane, chat)
    const wait = grant.granted ? grant.waitMs : grant.retryMs
    if (!grant.granted && waited + wait > LONGEST_WAIT_MS) return wait
    if (wait > 0) await pause(wait)
    waited += wait
    if (!grant.granted) continue
    // A pause may have begun while we slept for a slot that was granted before it.
    const paused = wait > 0 ? await limiter.pauseLeft(lane, chat) : 0
    if (paused === 0) return 0
    if (waited + paused > LONGEST_WAIT_MS) return paused
    await pause(paused)
    waited += paused
  }
}
