import type { Clearance, Grant, LimiterOptions, Paused, SendLane, Slot } from '../limiter.ts'

/** Ids of chats as the tests use them: a negative one is a group, null means no chat. */
export type ModelChat = number | null

const WINDOW = 1_030_000
const LATE = 50_000
const LATELY = 5_000_000

/**
 * What the limiter promises, in plain words and plain lists, for one thread and a clock that a test moves. It keeps
 * every grant there ever was and looks through all of them, where the script keeps the last ones and looks at one.
 * Times are whole microseconds.
 */
export class LimiterModel {
  now: number
  readonly grants: Record<SendLane, number[]> = { reply: [], bulk: [] }
  private readonly options: LimiterOptions
  private bulkNext = 0
  private birth: number | null = null
  private revoked = false
  private chatNext = new Map<ModelChat, number>()
  private pauses = new Map<string, number>()
  private refused = new Map<ModelChat, number>()

  constructor(options: LimiterOptions, now: number) {
    this.options = options
    this.now = now
  }

  take(lane: SendLane, chat: ModelChat, slots: number): Grant {
    if (this.revoked) return { granted: false, because: 'revoked', retryMs: 30_000 }
    this.birth ??= this.now
    const at = this.firstRoom(lane, Math.min(slots, this.limit(lane)), this.notBefore(lane))
    const waitUs = at - this.now
    if (waitUs > WINDOW)
      return { granted: false, because: 'lane', retryMs: inMs(Math.ceil(waitUs - WINDOW / 2)) }
    const chatWait = Math.max(this.chatFree(lane, chat), this.pause(`chat ${chat}`)) - at
    if (chatWait > 0) return { granted: false, because: 'chat', retryMs: inMs(chatWait) }

    this.grants[lane].push(...Array<number>(Math.min(slots, this.limit(lane))).fill(at))
    if (lane === 'bulk') this.bulkNext = at + slots * Math.ceil(WINDOW / this.limit(lane))
    const interval = this.interval(chat)
    if (interval > 0) this.chatNext.set(chat, Math.max(at, this.chatNext.get(chat) ?? 0) + slots * interval)
    return { granted: true, waitMs: inMs(waitUs), slot: { at, birth: this.birth } }
  }

  check(lane: SendLane, chat: ModelChat, slot: Slot): Clearance {
    if (this.revoked) return { kind: 'revoked' }
    const bulk = lane === 'bulk' ? this.pause('bulk') : 0
    const left = Math.max(this.pause('all'), this.pause(`chat ${chat}`), bulk) - this.now
    if (left > 0) return { kind: 'paused', leftMs: inMs(left) }
    return { kind: this.now - slot.at > LATE || slot.birth !== this.birth ? 'late' : 'go' }
  }

  refuse(lane: SendLane, chat: ModelChat, retryAfterMs: number): Paused {
    if (chat !== null) this.refused.set(chat, this.now)
    const lately = [...this.refused.values()].filter((at) => at >= this.now - LATELY)
    const own = lane === 'bulk' ? 'bulk' : 'chat'
    const stopped = lately.length >= 2 ? ['all', own] : [own]
    for (const who of stopped) {
      const name = who === 'chat' ? `chat ${chat}` : who
      this.pauses.set(name, Math.max(this.pause(name), this.now + retryAfterMs * 1_000))
    }
    return lately.length >= 2 ? 'all' : own
  }

  setRevoked(revoked: boolean): void {
    this.revoked = revoked
  }

  /** Redis comes back empty. What was reserved never goes out; what went out counts for bulk, as it must. */
  lose(): void {
    this.now += 1
    this.grants.bulk = this.grants.bulk.filter((at) => at < this.now)
    this.grants.reply = []
    this.bulkNext = 0
    this.birth = null
    this.revoked = false
    for (const map of [this.chatNext, this.pauses, this.refused]) map.clear()
  }

  private notBefore(lane: SendLane): number {
    const always = Math.max(this.now, this.pause('all'))
    if (lane === 'reply') return always
    return Math.max(always, this.pause('bulk'), this.bulkNext, (this.birth ?? 0) + WINDOW)
  }

  /** The first moment from which on `slots` more fit into every window. */
  private firstRoom(lane: SendLane, slots: number, from: number): number {
    const grants = this.grants[lane]
    const fits = (at: number) =>
      grants.filter((grant) => grant > at - WINDOW).length + slots <= this.limit(lane)
    const moments = [from, ...grants.map((grant) => grant + WINDOW).filter((at) => at > from)]
    return Math.min(...moments.filter(fits))
  }

  private chatFree(lane: SendLane, chat: ModelChat): number {
    const interval = this.interval(chat)
    const ahead = lane === 'reply' && (chat ?? 0) > 0 ? Math.max(2 * interval, WINDOW + interval) : 0
    return (this.chatNext.get(chat) ?? 0) - ahead
  }

  private interval(chat: ModelChat): number {
    if (chat === null) return 0
    const ms = chat < 0 ? 60_000 / this.options.groupPerMinute : this.options.chatIntervalMs
    return Math.ceil(ms * 1_030)
  }

  private limit(lane: SendLane): number {
    return lane === 'bulk' ? this.options.bulkPerSecond : this.options.repliesPerSecond
  }

  private pause(name: string): number {
    return this.pauses.get(name) ?? 0
  }
}

function inMs(us: number): number {
  return Math.ceil(us / 1_000)
}
