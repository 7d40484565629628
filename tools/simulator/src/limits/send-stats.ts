import type { SendOutcome, SimStats } from '../page-api.ts'
import type { Send } from './judge.ts'
import { SlidingWindow } from './sliding-window.ts'

/** How many proactive sends arrived, and how many of them within one second at most. */
class Pace {
  private readonly window = new SlidingWindow(1000)
  private sends = 0
  private perSecondMax = 0

  arrived(now: number, parts: number): void {
    this.sends += parts
    this.perSecondMax = Math.max(this.perSecondMax, this.window.add(now, parts))
  }

  view(): { sends: number; perSecondMax: number } {
    return { sends: this.sends, perSecondMax: this.perSecondMax }
  }
}

const NOTHING: Readonly<Record<SendOutcome, number>> = {
  sent: 0,
  blocked: 0,
  rejected: 0,
  flood: 0,
  unauthorized: 0,
  'server-error': 0,
  'sent-unanswered': 0,
  unanswered: 0,
}

/** Counts every send by what became of it; holds no send, so that it never grows. */
export class SendStats {
  private outcomes = { ...NOTHING }
  private bulk = new Pace()
  private paid = new Pace()

  arrived(now: number, send: Send): void {
    if (send.proactive) (send.paid ? this.paid : this.bulk).arrived(now, send.parts)
  }

  ended(outcome: SendOutcome): void {
    this.outcomes[outcome] += 1
  }

  view(): Pick<SimStats, 'outcomes' | 'bulk' | 'paid'> {
    return { outcomes: { ...this.outcomes }, bulk: this.bulk.view(), paid: this.paid.view() }
  }

  clear(): void {
    this.outcomes = { ...NOTHING }
    this.bulk = new Pace()
    this.paid = new Pace()
  }
}
