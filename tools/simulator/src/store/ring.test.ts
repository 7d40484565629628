import { expect, it } from 'vitest'
import { Ring } from './ring.ts'

it('keeps the newest and lists them newest first', () => {
  const ring = new Ring<number>(3)
  for (const n of [1, 2, 3, 4, 5]) ring.push(n)
  expect(ring.size).toBe(3)
  expect(ring.newestFirst()).toEqual([5, 4, 3])
  expect(ring.newestFirst(1)).toEqual([5])
  expect(ring.newestFirst(9, (n) => n !== 4)).toEqual([5, 3])
  ring.clear()
  expect(ring.newestFirst()).toEqual([])
})
