export interface BucketRule {
  /** Tokens a full bucket holds. */
  burst: number
  perSecond: number
  /** Part of a token that may be missing: absorbs jitter on the way. */
  margin: number
}

/** A burst, then a steady pace. A taker of several tokens may leave a debt. */
export class TokenBucket {
  private readonly rule: BucketRule
  private tokens: number
  private at: number

  constructor(rule: BucketRule, now: number) {
    this.rule = rule
    this.tokens = rule.burst
    this.at = now
  }

  /** Takes the tokens and returns 0, or takes nothing and returns the milliseconds until one is there. */
  take(now: number, count = 1): number {
    this.tokens = this.level(now)
    this.at = now
    const missing = 1 - this.rule.margin - this.tokens
    if (missing > 1e-9) return Math.ceil((missing / this.rule.perSecond) * 1000)
    this.tokens -= count
    return 0
  }

  isFull(now: number): boolean {
    return this.level(now) >= this.rule.burst
  }

  private level(now: number): number {
    return Math.min(this.rule.burst, this.tokens + ((now - this.at) / 1000) * this.rule.perSecond)
  }
}
