import { expect, it } from 'vitest'
import { Fifo } from './fifo.ts'

it('gives back in order, however long it gets', () => {
  const fifo = new Fifo<number>()
  for (let n = 0; n < 1000; n += 1) fifo.push(n)
  const taken = Array.from({ length: 700 }, () => fifo.shift())
  fifo.push(1000)
  expect(taken).toEqual(Array.from({ length: 700 }, (_, n) => n))
  expect(fifo.peek()).toBe(700)
  expect(fifo.length).toBe(301)
  fifo.clear()
  expect(fifo.shift()).toBeUndefined()
})
