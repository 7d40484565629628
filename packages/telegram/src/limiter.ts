import { loadScript, randomId, runScript } from '@abitly/runtime'
import type { LuaReply, Redis } from '@abitly/runtime'
import { limiterKey } from './limiter-keys.ts'
import { createTokenMark } from './token-mark.ts'
import type { TokenMark } from './token-mark.ts'

const TAKE_SLOT = loadScript(new URL('../lua/take-slot-8.lua', import.meta.url))
const CHECK_SLOT = loadScript(new URL('../lua/check-slot-5.lua', import.meta.url))
const PAUSE = loadScript(new URL('../lua/pause-4.lua', import.meta.url))

/** Replies answer a person and never wait behind bulk, which we send of our own accord. */
export type SendLane = 'reply' | 'bulk'

/** A chat's id; null: a call that concerns no chat. */
export type ChatId = bigint | number | null

export interface LimiterOptions {
  /** Most bulk sends of the whole fleet in any second. */
  bulkPerSecond: number
  /** Most replies of the whole fleet in any second. */
  repliesPerSecond: number
  /** Between two sends to one private chat, in milliseconds. */
  chatIntervalMs: number
  groupPerMinute: number
  /** The bot's token: keeps what is known of it apart from what is known of its successor. */
  token?: string
}

/** The right to send from a moment on. */
export interface Slot {
  /** That moment on Redis' clock, in microseconds. */
  readonly at: number
  /** Which Redis granted it: since when that one counts. */
  readonly birth: number
}

/** Who stands in the way: the lane is used up or paused, the chat is busy or paused, Telegram refuses the token. */
export type Obstacle = 'lane' | 'chat' | 'revoked'

/** Granted: send after so many milliseconds. Else nothing was reserved: ask again after so many. */
export type Grant =
  { granted: true; waitMs: number; slot: Slot } | { granted: false; retryMs: number; because: Obstacle }

/** May a call go out now? `late`: its slot is over, or of a Redis that was lost. */
export type Clearance = { kind: 'go' | 'late' | 'revoked' } | { kind: 'paused'; leftMs: number }

export type Paused = 'all' | 'bulk' | 'chat'

export interface Limiter extends TokenMark {
  /** Slots of a lane in any second, for the fleet. */
  readonly perSecond: Readonly<Record<SendLane, number>>
  /** Asks for the slots of one call (an album takes one per part). */
  take(lane: SendLane, chat: ChatId, slots?: number): Promise<Grant>
  /** Asks once more before the call: for whoever slept for its slot, or needs none. */
  check(lane: SendLane, chat: ChatId, slot?: Slot): Promise<Clearance>
  /** Milliseconds until no pause concerns this lane and chat. */
  pauseLeft(lane: SendLane, chat: ChatId): Promise<number>
  /** Telegram answered 429: stops whom it concerns. */
  refuse(lane: SendLane, chat: ChatId, retryAfterMs: number): Promise<Paused>
  /** Milliseconds left of the pauses that are not about one chat. */
  pauses(): Promise<{ all: number; bulk: number }>
}

const SECOND_US = 1_000_000
/** Timers fire late and the wire adds its own: the window and the intervals are this much longer. */
const MARGIN = 1.03
const WINDOW_US = SECOND_US * MARGIN
/**
 * Slots are reserved up to one window ahead: replies keep their order under load, and bulk sleeps for its slot
 * instead of asking in vain.
 */
const HORIZON_US = WINDOW_US
/** A reply in a private chat may run this many intervals ahead: Telegram lets short bursts pass. */
const BURST = 2
/** Who comes later than this gives its slot up: a process that froze must not send all at once when it thaws. */
export const LATE_MS = 50
/** Refusals in two chats within this time mean that Telegram means the whole bot. */
const LATELY_US = 5 * SECOND_US
/** A token is put right by people: how long to stay away meanwhile. */
export const REVOKED_RETRY_MS = 30_000

/**
 * The send budget of the whole fleet: an exact sliding window per lane, an interval per chat, and the pauses that
 * Telegram asks for, all in one Redis script, so that any number of processes share one budget.
 */
export function createLimiter(redis: Redis, options: LimiterOptions): Limiter {
  const owner = randomId()
  const { key: markKey, ...mark } = createTokenMark(redis, options.token)
  let calls = 0
  const perSecond: Record<SendLane, number> = { bulk: options.bulkPerSecond, reply: options.repliesPerSecond }
  const pausesOf = (chat: ChatId) => [limiterKey.pauseAll, limiterKey.pauseBulk, limiterKey.pauseChat(chat)]

  const check: Limiter['check'] = async (lane, chat, slot) => {
    const keys = [...pausesOf(chat), markKey, limiterKey.birth]
    const args = [lane, slot?.at ?? '', slot?.birth ?? '', LATE_MS * 1_000]
    return readClearance(await runScript(redis, CHECK_SLOT, keys, args))
  }
  return {
    perSecond,
    async take(lane, chat, slots = 1) {
      const { intervalUs, aheadUs } = chatPace(lane, chat, options)
      const member = `${owner}:${(calls += 1)}`
      const keys = [
        ...[limiterKey.window(lane), limiterKey.chat(chat), limiterKey.bulk],
        ...[...pausesOf(chat), markKey, limiterKey.birth],
      ]
      const args = [lane, perSecond[lane], WINDOW_US, intervalUs, aheadUs, HORIZON_US, slots, member]
      return readGrant(await runScript(redis, TAKE_SLOT, keys, args))
    },
    check,
    async pauseLeft(lane, chat) {
      const clearance = await check(lane, chat)
      return clearance.kind === 'paused' ? clearance.leftMs : 0
    },
    async refuse(lane, chat, retryAfterMs) {
      const keys = [...pausesOf(chat), limiterKey.refused]
      const args = [lane, Math.ceil(retryAfterMs * 1_000), String(chat ?? ''), LATELY_US]
      return (await runScript(redis, PAUSE, keys, args)) as Paused
    },
    async pauses() {
      const [ends, time] = await Promise.all([
        redis.mget(limiterKey.pauseAll, limiterKey.pauseBulk),
        redis.time(),
      ])
      // The client hands the time over as texts, whatever its types say.
      const now = Number(time[0]) * SECOND_US + Number(time[1])
      const [all, bulk] = ends.map((end) => Math.max(0, Math.ceil((Number(end ?? 0) - now) / 1_000)))
      return { all: all ?? 0, bulk: bulk ?? 0 }
    },
    ...mark,
  }
}

/** Groups and channels have negative ids. */
function chatPace(lane: SendLane, chat: ChatId, options: LimiterOptions) {
  const group = chat !== null && chat < 0
  const intervalMs = group ? 60_000 / options.groupPerMinute : options.chatIntervalMs
  const intervalUs = chat === null ? 0 : Math.ceil(intervalMs * 1_000 * MARGIN)
  // At least so far that it overtakes a bulk message which has reserved its slot.
  const aheadUs = Math.max(BURST * intervalUs, HORIZON_US + intervalUs)
  return { intervalUs, aheadUs: lane === 'reply' && !group ? aheadUs : 0 }
}

function readGrant(reply: LuaReply): Grant {
  const [what, waitUs, at, birth] = reply as readonly [Obstacle | 'granted', number, number, number]
  const ms = Math.ceil(waitUs / 1_000)
  if (what === 'granted') return { granted: true, waitMs: ms, slot: { at, birth } }
  return {
    granted: false,
    retryMs: what === 'revoked' ? REVOKED_RETRY_MS : Math.max(1, ms),
    because: what,
  }
}

function readClearance(reply: LuaReply): Clearance {
  const [kind, leftUs] = reply as readonly [Clearance['kind'], number]
  return kind === 'paused' ? { kind, leftMs: Math.ceil(leftUs / 1_000) } : { kind }
}
