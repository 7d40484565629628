import { createPoster } from './post.ts'
import type { Update } from './update.ts'
import type { Updates } from './updates.ts'
import { WebhookSender } from './webhook-sender.ts'

export interface WebhookSettings {
  url: string
  secret: string
  maxConnections: number
  ipAddress: string
}

export interface WebhookStatus extends WebhookSettings {
  /** Unix seconds; 0 = no error since the webhook was set. */
  lastErrorDate: number
  lastErrorMessage: string
}

interface WebhookOptions {
  updates: Updates
  now: () => number
  random: () => number
  retryBaseMs: number
  timeoutMs: number
}

const NONE: WebhookStatus = {
  url: '',
  secret: '',
  maxConnections: 0,
  ipAddress: '',
  lastErrorDate: 0,
  lastErrorMessage: '',
}

/** Where updates go: to a webhook, or nowhere until somebody polls. */
export class Webhook {
  private readonly options: WebhookOptions
  private current: WebhookStatus = NONE
  private sender: WebhookSender | undefined
  private nextSetAt = 0

  constructor(options: WebhookOptions) {
    this.options = options
  }

  get status(): WebhookStatus {
    return this.current
  }

  get active(): boolean {
    return this.current.url !== ''
  }

  /** Telegram takes about one setWebhook a second. */
  claimSet(intervalMs: number): boolean {
    const now = this.options.now()
    if (now < this.nextSetAt) return false
    this.nextSetAt = now + intervalMs
    return true
  }

  set(settings: WebhookSettings): void {
    this.stop()
    this.current = { ...settings, lastErrorDate: 0, lastErrorMessage: '' }
    this.start()
  }

  delete(): void {
    this.stop()
    this.current = NONE
  }

  accept(update: Update): void {
    this.sender?.accept(update)
  }

  hurry(update: Update): void {
    this.sender?.hurry(update)
  }

  /** Ends sending; the settings stay, so that a restart goes on. */
  stop(): void {
    this.sender?.stop()
    this.sender = undefined
  }

  restore(status: WebhookStatus): void {
    this.current = status
    this.start()
  }

  private start(): void {
    if (this.current.url === '') return
    const { updates, now, random, retryBaseMs, timeoutMs } = this.options
    const { url, secret, maxConnections } = this.current
    this.sender = new WebhookSender({
      updates,
      poster: createPoster({ url, secret, maxConnections, timeoutMs }),
      maxConnections,
      retryBaseMs,
      now,
      random,
      failed: (text) => {
        this.current = {
          ...this.current,
          lastErrorDate: Math.floor(now() / 1000),
          lastErrorMessage: text,
        }
      },
    })
  }
}
