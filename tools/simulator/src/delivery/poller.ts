import type { Update } from './update.ts'
import type { Updates } from './updates.ts'

interface PollRequest {
  /** Everything before it has arrived; negative: only so many of the newest are wanted; 0: nothing is confirmed. */
  offset: number
  limit: number
  timeoutMs: number
  onHangUp: (listener: () => void) => void
}

/** `conflict` tells whoever waits that somebody else has taken over. */
export type PollResult = { updates: Update[] } | { conflict: string }

type Interruption = 'conflict' | 'hang-up' | 'woken'

const OTHER_CALL =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'

/** getUpdates: hands out what waits, or waits for it; one caller at a time. */
export class Poller {
  private readonly updates: Updates
  private interrupt: ((why: Interruption) => void) | undefined
  private conflict = ''

  constructor(updates: Updates) {
    this.updates = updates
  }

  async poll(request: PollRequest): Promise<PollResult> {
    this.end(OTHER_CALL)
    this.confirm(request.offset)
    const found = this.take(request)
    if (found.length > 0 || request.timeoutMs === 0) return { updates: found }
    const why = await this.wait(request)
    if (why === 'conflict') return { conflict: this.conflict }
    // Nobody would receive what is handed to a caller that is gone.
    return { updates: why === 'hang-up' ? [] : this.take(request) }
  }

  /** An update has come, or the server stops: whoever waits gets what there is. */
  wake(): void {
    this.interrupt?.('woken')
  }

  /** Ends a waiting call with a 409. */
  end(conflict: string): void {
    this.conflict = conflict
    this.interrupt?.('conflict')
  }

  private wait({ timeoutMs, onHangUp }: PollRequest): Promise<Interruption> {
    return new Promise((resolve) => {
      const finish = (why: Interruption): void => {
        clearTimeout(timer)
        if (this.interrupt === finish) this.interrupt = undefined
        resolve(why)
      }
      const timer = setTimeout(() => finish('woken'), timeoutMs)
      onHangUp(() => finish('hang-up'))
      this.interrupt = finish
    })
  }

  private confirm(offset: number): void {
    if (offset === 0) return
    const pending = this.updates.pending().filter((update) => !update.again)
    const seen =
      offset > 0
        ? pending.filter((update) => update.id < offset)
        : pending.slice(0, Math.max(0, pending.length + offset))
    for (const update of seen) this.updates.settle(update, 'delivered')
  }

  private take({ offset, limit }: PollRequest): Update[] {
    const chosen = this.updates
      .pending()
      .filter((update) => update.again || update.id >= offset)
      .slice(0, limit)
    for (const update of chosen) {
      this.updates.tried(update, 200, 0)
      // An update that comes again lies before the offset, so no later call could confirm it.
      if (update.again) this.updates.settle(update, 'delivered')
    }
    return chosen
  }
}
