import { expect, it } from 'vitest'
import { stackDots } from './stack-dots.ts'

it.each([
  ['apart', [0, 30, 60], [0, 0, 0]],
  ['all the same', [5, 5, 5], [0, 1, 2]],
  ['in a chain: the third finds the base free again', [0, 15, 25], [0, 1, 0]],
  ['nobody', [], []],
])('dots %s', (_what, xs, levels) => {
  expect(stackDots(xs, 20)).toEqual(levels)
})
