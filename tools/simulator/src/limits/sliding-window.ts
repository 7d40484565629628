import { Fifo } from '../store/fifo.ts'

/** Counts what happened within the last `lengthMs`. */
export class SlidingWindow {
  private readonly times = new Fifo<number>()
  private readonly lengthMs: number

  constructor(lengthMs: number) {
    this.lengthMs = lengthMs
  }

  /** Adds `count` events at `now` and returns how many the window holds. */
  add(now: number, count = 1): number {
    for (let n = 0; n < count; n += 1) this.times.push(now)
    return this.count(now)
  }

  count(now: number): number {
    for (let oldest = this.times.peek(); oldest !== undefined; oldest = this.times.peek()) {
      if (oldest > now - this.lengthMs) break
      this.times.shift()
    }
    return this.times.length
  }

  /** Milliseconds until the oldest event leaves the window. */
  freeIn(now: number): number {
    const oldest = this.times.peek()
    return oldest === undefined ? 0 : Math.max(0, oldest + this.lengthMs - now)
  }

  clear(): void {
    this.times.clear()
  }
}
