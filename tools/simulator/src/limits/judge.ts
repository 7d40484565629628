import type { Violation } from '../page-api.ts'
import { Pauses } from './pauses.ts'
import { SlidingWindow } from './sliding-window.ts'
import { TokenBucket } from './token-bucket.ts'
import type { BucketRule } from './token-bucket.ts'

interface LimitRules {
  /** Proactive sends a second to all users together; 0 = no limit. */
  bulkPerSecond: number
  /** Sends of a paid broadcast a second; 0 = no limit. */
  paidPerSecond: number
  /** All sends a second; 0 = no limit. */
  totalPerSecond: number
}

/** A send as it arrives. */
export interface Send {
  method: string
  chatId: number
  isGroup: boolean
  /** Nobody asked for it: the user has been silent. */
  proactive: boolean
  /** Paid broadcast: bound by a limit of its own instead of the free one. */
  paid: boolean
  /** Messages it makes; an album counts one for each part. */
  parts: number
}

interface Verdict extends Pick<Violation, 'rule' | 'figure' | 'limit' | 'method' | 'chatId'> {
  /** Seconds a 429 would ask for. */
  retryAfter: number
}

/** A tenth above the cap is forgiven in any one second. */
const MARGIN = 1.1
const PRIVATE_CHAT: BucketRule = { burst: 5, perSecond: 1, margin: 0.3 }
const GROUP_PER_MINUTE = 20
const MINUTE_MS = 60_000
/** A minute's messages may arrive a little closer together than they left. */
const GROUP_JITTER_MS = 200

/** Judges every send against the limits of Telegram at the moment it arrives. */
export class Judge {
  private readonly rules: LimitRules
  private readonly bulk = new SlidingWindow(1000)
  private readonly paid = new SlidingWindow(1000)
  private readonly total = new SlidingWindow(1000)
  private readonly privateChats = new Map<number, TokenBucket>()
  private readonly groups = new Map<number, SlidingWindow>()
  private readonly pauses = new Pauses()

  constructor(rules: LimitRules) {
    this.rules = rules
  }

  /** The first rule the send breaks. Every arrival counts, also those that are refused. */
  judge(now: number, send: Send): Verdict | undefined {
    const broken = [
      this.judgePause(now, send),
      this.judgeTotal(now, send),
      this.judgeBulk(now, send),
      send.isGroup ? this.judgeGroup(now, send) : this.judgePrivate(now, send),
    ]
    return broken.find((verdict) => verdict !== undefined)
  }

  /** A 429 was answered: sending on before its end is a violation. */
  announcePause(now: number, send: Send, seconds: number): void {
    this.pauses.announce(now, send.chatId, seconds, send.proactive)
  }

  clear(): void {
    this.bulk.clear()
    this.paid.clear()
    this.total.clear()
    this.privateChats.clear()
    this.groups.clear()
    this.pauses.clear()
  }

  private judgePause(now: number, send: Send): Verdict | undefined {
    const left = this.pauses.brokenBy(now, send.chatId, send.proactive)
    return left === 0
      ? undefined
      : verdict(send, 'sent-while-paused', { figure: left, limit: 0, waitMs: left })
  }

  private judgeTotal(now: number, send: Send): Verdict | undefined {
    const cap = this.rules.totalPerSecond
    if (cap === 0) return undefined
    const figure = this.total.add(now, send.parts)
    if (figure <= cap * MARGIN) return undefined
    return verdict(send, 'total-per-second', { figure, limit: cap, waitMs: 1000 })
  }

  private judgeBulk(now: number, send: Send): Verdict | undefined {
    if (!send.proactive) return undefined
    const cap = send.paid ? this.rules.paidPerSecond : this.rules.bulkPerSecond
    if (cap === 0) return undefined
    const figure = (send.paid ? this.paid : this.bulk).add(now, send.parts)
    if (figure <= cap * MARGIN) return undefined
    const rule = send.paid ? 'paid-per-second' : 'bulk-per-second'
    return verdict(send, rule, { figure, limit: cap, waitMs: 1000 })
  }

  private judgePrivate(now: number, send: Send): Verdict | undefined {
    let bucket = this.privateChats.get(send.chatId)
    if (bucket === undefined) {
      this.forgetFull(now)
      this.privateChats.set(send.chatId, (bucket = new TokenBucket(PRIVATE_CHAT, now)))
    }
    const waitMs = bucket.take(now, send.parts)
    if (waitMs === 0) return undefined
    return verdict(send, 'private-chat', {
      figure: PRIVATE_CHAT.burst + 1,
      limit: PRIVATE_CHAT.burst,
      waitMs,
    })
  }

  private judgeGroup(now: number, send: Send): Verdict | undefined {
    let window = this.groups.get(send.chatId)
    if (window === undefined) {
      this.groups.set(send.chatId, (window = new SlidingWindow(MINUTE_MS - GROUP_JITTER_MS)))
    }
    const figure = window.add(now, send.parts)
    if (figure <= GROUP_PER_MINUTE) return undefined
    const waitMs = window.freeIn(now)
    return verdict(send, 'group-per-minute', { figure, limit: GROUP_PER_MINUTE, waitMs })
  }

  /** Full buckets remember nothing: a load test over many chats must not fill the memory. */
  private forgetFull(now: number): void {
    if (this.privateChats.size === 0 || this.privateChats.size % 10_000 !== 0) return
    for (const [chatId, bucket] of this.privateChats) {
      if (bucket.isFull(now)) this.privateChats.delete(chatId)
    }
  }
}

function verdict(
  send: Send,
  rule: Violation['rule'],
  { figure, limit, waitMs }: { figure: number; limit: number; waitMs: number },
): Verdict {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000))
  return { rule, figure, limit, method: send.method, chatId: send.chatId, retryAfter }
}
