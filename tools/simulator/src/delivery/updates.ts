import type { Delivery } from '../page-api.ts'
import { Ring } from '../store/ring.ts'
import { LOG_KEPT } from '../store/world.ts'
import { firstUpdateId } from './update-ids.ts'
import { DEFAULT_KINDS, laneOf, lifeSpan } from './update.ts'
import type { Subject, Update } from './update.ts'

/** Beyond it new updates are lost, as on Telegram. */
const BACKLOG_MAX = 100_000

interface UpdatesHooks {
  now: () => number
  /** An update was published, delivered, expired or tried. */
  changed(update: Update): void
  delivered(update: Update): void
}

/** Every update of the bot: those waiting, in the order of arrival, and the last few for the log. */
export interface Updates {
  /** Kinds the bot asked for; applies to updates published from now on. */
  allowed: { kinds: readonly string[] }
  publish(kind: string, payload: unknown, subject: Subject, options?: PublishOptions): Update | undefined
  reserveId(): number
  /** Waiting updates, oldest first; expired ones are dropped on the way. */
  pending(): Update[]
  count(): number
  find(id: number): Update | undefined
  settle(update: Update, state: 'delivered' | 'expired'): void
  tried(update: Update, status: number, ms: number): void
  /** Puts a settled update back into the queue. */
  revive(update: Update): void
  dropAll(): void
  log(limit?: number): Delivery[]
  clear(): void
  onPublished(listener: (update: Update) => void): void
  lastId(): number
  restore(updates: Update[], lastId: number): void
}

interface PublishOptions {
  /** An id reserved earlier. */
  id?: number
  twice?: boolean
  onSettled?: () => void
}

export function createUpdates(hooks: UpdatesHooks): Updates {
  return new UpdateStore(hooks)
}

class UpdateStore implements Updates {
  readonly allowed = { kinds: DEFAULT_KINDS }
  private readonly hooks: UpdatesHooks
  private readonly waiting = new Map<number, Update>()
  private readonly recent = new Ring<Update>(LOG_KEPT)
  private readonly listeners: ((update: Update) => void)[] = []
  private last: number

  constructor(hooks: UpdatesHooks) {
    this.hooks = hooks
    this.last = firstUpdateId(hooks.now(), 0) - 1
  }

  publish(
    kind: string,
    payload: unknown,
    subject: Subject,
    options: PublishOptions = {},
  ): Update | undefined {
    if (!this.allowed.kinds.includes(kind) || this.waiting.size >= BACKLOG_MAX) return undefined
    const now = this.hooks.now()
    const id = options.id ?? this.reserveId()
    const update: Update = {
      id,
      kind,
      lane: laneOf(kind, subject),
      ...subject,
      body: JSON.stringify({ update_id: id, [kind]: payload }),
      createdAt: now,
      expiresAt: now + lifeSpan(kind),
      state: 'pending',
      attempts: 0,
      fails: 0,
      again: false,
      twice: options.twice ?? false,
      ...(options.onSettled === undefined ? {} : { onSettled: options.onSettled }),
    }
    this.recent.push(update)
    this.enqueue(update)
    return update
  }

  reserveId(): number {
    return (this.last += 1)
  }

  pending(): Update[] {
    const now = this.hooks.now()
    const alive: Update[] = []
    for (const update of [...this.waiting.values()]) {
      if (update.expiresAt <= now) this.settle(update, 'expired')
      else alive.push(update)
    }
    return alive
  }

  count(): number {
    return this.waiting.size
  }

  find(id: number): Update | undefined {
    return this.waiting.get(id) ?? this.recent.newestFirst(1, (update) => update.id === id)[0]
  }

  settle(update: Update, state: 'delivered' | 'expired'): void {
    if (update.state !== 'pending') return
    this.waiting.delete(update.id)
    update.state = state
    update.again = false
    if (state === 'delivered') this.hooks.delivered(update)
    this.hooks.changed(update)
    const settled = update.onSettled
    delete update.onSettled
    settled?.()
    if (update.twice && state === 'delivered') {
      update.twice = false
      this.revive(update)
    }
  }

  tried(update: Update, status: number, ms: number): void {
    update.attempts += 1
    update.lastStatus = status
    update.lastMs = ms
    this.hooks.changed(update)
  }

  revive(update: Update): void {
    if (update.state === 'pending') return
    update.state = 'pending'
    update.again = true
    update.fails = 0
    update.expiresAt = this.hooks.now() + lifeSpan(update.kind)
    this.enqueue(update)
  }

  dropAll(): void {
    for (const update of [...this.waiting.values()]) {
      delete update.onSettled
      this.settle(update, 'expired')
    }
  }

  log(limit?: number): Delivery[] {
    return this.recent.newestFirst(limit).map(toDelivery)
  }

  clear(): void {
    this.dropAll()
    this.recent.clear()
  }

  onPublished(listener: (update: Update) => void): void {
    this.listeners.push(listener)
  }

  lastId(): number {
    return this.last
  }

  restore(updates: Update[], lastId: number): void {
    this.last = firstUpdateId(this.hooks.now(), lastId) - 1
    for (const update of updates) {
      this.recent.push(update)
      this.enqueue(update)
    }
  }

  private enqueue(update: Update): void {
    this.waiting.set(update.id, update)
    this.hooks.changed(update)
    for (const listener of this.listeners) listener(update)
  }
}

/** The row of the deliveries log. */
export function toDelivery(update: Update): Delivery {
  return {
    updateId: update.id,
    kind: update.kind,
    ...(update.chatId === undefined ? {} : { chatId: update.chatId }),
    ...(update.messageId === undefined ? {} : { messageId: update.messageId }),
    attempts: update.attempts,
    ...(update.lastStatus === undefined ? {} : { lastStatus: update.lastStatus }),
    ...(update.lastMs === undefined ? {} : { lastMs: update.lastMs }),
    state: update.state,
    at: update.createdAt,
  }
}
