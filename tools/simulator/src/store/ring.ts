/** Keeps the last `capacity` items: a log that never grows. */
export class Ring<T> {
  private items: T[] = []
  private next = 0
  private readonly capacity: number

  constructor(capacity: number) {
    this.capacity = capacity
  }

  get size(): number {
    return this.items.length
  }

  push(item: T): void {
    this.items[this.next] = item
    this.next = (this.next + 1) % this.capacity
  }

  /** The newest items first, at most `limit` of those that `keep` accepts. */
  newestFirst(limit = this.capacity, keep: (item: T) => boolean = () => true): T[] {
    const found: T[] = []
    for (let back = 1; back <= this.items.length && found.length < limit; back += 1) {
      const item = this.items[(this.next - back + this.capacity) % this.capacity]
      if (item !== undefined && keep(item)) found.push(item)
    }
    return found
  }

  clear(): void {
    this.items = []
    this.next = 0
  }
}
