import { pause } from '@abitly/runtime'
import { createLine } from './line.ts'
import { LATE_MS } from './limiter.ts'
import type { ChatId, Grant, Limiter, SendLane, Slot } from './limiter.ts'

/** Whoever has to wait longer than this gives up its place and comes back. */
export const LONGEST_WAIT_MS = 5_000

/** `go`: send now. `later`: nothing is reserved, come back after so many milliseconds. */
export type Passage = { kind: 'go'; slot: Slot } | Later
/** `revoked`: because Telegram refuses the token. */
export interface Later {
  kind: 'later'
  delayMs: number
  revoked?: true
}

/** A process too slow to use its slots gets this much rest. */
const TOO_SLOW_MS = 1_000

export interface SendGate {
  /** Waits for the right to send one call that takes so many slots. */
  pass(chat: ChatId, slots?: number): Promise<Passage>
}

type Refused = Exclude<Grant, { granted: true }>
type Reserved = Extract<Grant, { granted: true }> & { askedAt: number }

/** One place to ask from brings a process this many slots a second, even where Redis answers slowly. */
const SLOTS_PER_ASKER = 100

/**
 * Where the sends of one process wait for their slots. Bulk asks from few places, first come, first served: when the
 * lane is full for one it is full for all, and many that ask in vain would cost Redis more than those that send.
 */
export function createSendGate(limiter: Limiter, lane: SendLane): SendGate {
  const askers = Math.ceil(limiter.perSecond[lane] / SLOTS_PER_ASKER)
  const inTurn = lane === 'bulk' ? createLine(askers) : <T>(ask: () => Promise<T>) => ask()
  return {
    async pass(chat, slots = 1) {
      const wanted: Wanted = { lane, chat, slots, deadline: performance.now() + LONGEST_WAIT_MS }
      while (performance.now() < wanted.deadline) {
        const grant = await reserve(limiter, wanted, inTurn)
        if (!grant.granted) return later(grant)
        if ((await sleepUntil(grant, limiter, wanted)) === 'go') return { kind: 'go', slot: grant.slot }
      }
      // Late for every slot: a message that left now would be one too many in somebody's second.
      return { kind: 'later', delayMs: TOO_SLOW_MS }
    },
  }
}

function later({ retryMs, because }: Refused): Later {
  return { kind: 'later', delayMs: retryMs, ...(because === 'revoked' ? { revoked: true } : {}) }
}

interface Wanted {
  readonly lane: SendLane
  readonly chat: ChatId
  readonly slots: number
  /** By this process's clock (`performance.now`). */
  readonly deadline: number
}

type InTurn = <T>(ask: () => Promise<T>) => Promise<T>

async function reserve(limiter: Limiter, wanted: Wanted, inTurn: InTurn): Promise<Reserved | Refused> {
  for (;;) {
    const grant = await inTurn(() => askWhileFull(limiter, wanted))
    if (grant.granted || isTooFar(grant.retryMs, wanted)) return grant
    // Its chat is busy: meanwhile it is the turn of others.
    await pause(grant.retryMs)
  }
}

/** Asks until the lane has room: whoever stands behind would be refused too. */
async function askWhileFull(limiter: Limiter, wanted: Wanted): Promise<Reserved | Refused> {
  for (;;) {
    const askedAt = performance.now()
    const grant = await limiter.take(wanted.lane, wanted.chat, wanted.slots)
    if (grant.granted) return { ...grant, askedAt }
    if (grant.because !== 'lane' || isTooFar(grant.retryMs, wanted)) return grant
    await pause(grant.retryMs)
  }
}

function isTooFar(waitMs: number, { deadline }: Wanted): boolean {
  return performance.now() + waitMs > deadline
}

/** Sleeps until the slot's time. A pause may begin meanwhile, so whoever slept asks once more. */
async function sleepUntil({ waitMs, slot, askedAt }: Reserved, limiter: Limiter, { lane, chat }: Wanted) {
  const prompt = waitMs === 0 && performance.now() - askedAt <= LATE_MS
  if (prompt) return 'go'
  if (waitMs > 0) await pause(waitMs)
  return (await limiter.check(lane, chat, slot)).kind
}
