import { Fifo } from '../store/fifo.ts'
import { failureText, isSuccess } from './post.ts'
import type { Poster, PostResult } from './post.ts'
import { retryDelay } from './retry.ts'
import type { Update } from './update.ts'
import type { Updates } from './updates.ts'

interface SenderOptions {
  updates: Updates
  poster: Poster
  maxConnections: number
  retryBaseMs: number
  now: () => number
  random: () => number
  failed(text: string): void
}

/**
 * Sends updates to one webhook: the updates of a lane one at a time and in order, the head of a lane until it is
 * accepted or expires; lanes in parallel, as many as there are connections.
 */
export class WebhookSender {
  private readonly options: SenderOptions
  private readonly lanes = new Map<string, Fifo<Update>>()
  private readonly ready = new Fifo<string>()
  private readonly timers = new Map<string, NodeJS.Timeout>()
  private inFlight = 0
  private stopped = false

  constructor(options: SenderOptions) {
    this.options = options
    for (const update of options.updates.pending()) this.accept(update)
  }

  /** Takes an update into its lane. */
  accept(update: Update): void {
    if (this.stopped) return
    const lane = this.lanes.get(update.lane)
    if (lane !== undefined) {
      lane.push(update)
      return
    }
    const fresh = new Fifo<Update>()
    fresh.push(update)
    this.lanes.set(update.lane, fresh)
    this.ready.push(update.lane)
    this.pump()
  }

  /** Tries the lane of an update now instead of at its next retry. */
  hurry(update: Update): void {
    const timer = this.timers.get(update.lane)
    if (timer === undefined) return
    clearTimeout(timer)
    this.wake(update.lane)
  }

  stop(): void {
    this.stopped = true
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
    this.options.poster.close()
  }

  private pump(): void {
    while (!this.stopped && this.inFlight < this.options.maxConnections) {
      const key = this.ready.shift()
      if (key === undefined) return
      const head = this.headOf(key)
      if (head !== undefined) void this.send(key, head)
    }
  }

  /** The first update of a lane that still waits; an emptied lane is forgotten. */
  private headOf(key: string): Update | undefined {
    const lane = this.lanes.get(key)
    for (let head = lane?.peek(); head !== undefined; head = lane?.peek()) {
      if (head.state === 'pending' && head.expiresAt > this.options.now()) return head
      this.options.updates.settle(head, 'expired')
      lane?.shift()
    }
    this.lanes.delete(key)
    return undefined
  }

  private async send(key: string, update: Update): Promise<void> {
    const began = this.options.now()
    this.inFlight += 1
    const result = await this.options.poster.post(update.body)
    this.inFlight -= 1
    if (this.stopped && result.status === 0) return
    this.options.updates.tried(update, result.status, this.options.now() - began)
    if (isSuccess(result)) this.succeeded(key, update)
    else this.failed(key, update, result)
    this.pump()
  }

  private succeeded(key: string, update: Update): void {
    update.fails = 0
    this.lanes.get(key)?.shift()
    this.ready.push(key)
    this.options.updates.settle(update, 'delivered')
  }

  private failed(key: string, update: Update, result: PostResult): void {
    this.options.failed(failureText(result))
    if (this.stopped) return
    update.fails += 1
    const { retryBaseMs, random, now } = this.options
    const delay = retryDelay({
      fails: update.fails,
      baseMs: retryBaseMs,
      random,
      ...(result.retryAfter === undefined ? {} : { retryAfter: result.retryAfter }),
    })
    if (now() + delay > update.expiresAt) this.options.updates.settle(update, 'expired')
    const wait = update.state === 'pending' ? delay : 0
    this.timers.set(
      key,
      setTimeout(() => this.wake(key), wait),
    )
  }

  private wake(key: string): void {
    this.timers.delete(key)
    this.ready.push(key)
    this.pump()
  }
}
