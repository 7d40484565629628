/** A binary heap of numbers whose first element is the worst by the given order. */
export interface SeatHeap {
  readonly size: number
  push(item: number): void
  /** Takes out the worst element; null when empty. */
  popWorst(): number | null
  /** Every element, in no particular order. */
  items(): readonly number[]
}

/** @param isWorse true when `a` must leave before `b` */
export function createSeatHeap(isWorse: (a: number, b: number) => boolean): SeatHeap {
  const heap: number[] = []
  return {
    get size() {
      return heap.length
    },
    push(item) {
      heap.push(item)
      siftUp(heap, isWorse)
    },
    popWorst() {
      const worst = heap[0]
      const last = heap.pop()
      if (worst === undefined || last === undefined) return null
      if (heap.length > 0) {
        heap[0] = last
        siftDown(heap, isWorse)
      }
      return worst
    },
    items: () => heap,
  }
}

type Order = (a: number, b: number) => boolean

function siftUp(heap: number[], isWorse: Order): void {
  let child = heap.length - 1
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!swapIfWorse(heap, child, parent, isWorse)) return
    child = parent
  }
}

function siftDown(heap: number[], isWorse: Order): void {
  let parent = 0
  for (;;) {
    const left = 2 * parent + 1
    const child = isWorseAt(heap, left + 1, left, isWorse) ? left + 1 : left
    if (!swapIfWorse(heap, child, parent, isWorse)) return
    parent = child
  }
}

function isWorseAt(heap: readonly number[], a: number, b: number, isWorse: Order): boolean {
  const [first, second] = [heap[a], heap[b]]
  return first !== undefined && second !== undefined && isWorse(first, second)
}

function swapIfWorse(heap: number[], child: number, parent: number, isWorse: Order): boolean {
  const [lower, upper] = [heap[child], heap[parent]]
  if (lower === undefined || upper === undefined || !isWorse(lower, upper)) return false
  heap[child] = upper
  heap[parent] = lower
  return true
}
