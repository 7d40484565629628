import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSeatHeap } from './seat-heap.ts'

describe('createSeatHeap', () => {
  it('gives back everything, the worst first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const heap = createSeatHeap((a, b) => a < b)
        for (const number of numbers) heap.push(number)
        expect(heap.size).toBe(numbers.length)
        const popped = numbers.map(() => heap.popWorst())
        expect(popped).toEqual([...numbers].sort((a, b) => a - b))
        expect(heap.popWorst()).toBeNull()
      }),
    )
  })
})
