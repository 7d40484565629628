import { expect, it } from 'vitest'
import { axisOver, ticksOf } from './axis.ts'

it.each([
  ['five points below the lowest', [150_000, 199_000], 145_000],
  ['on the grid of the bars', [151_300], 145_000],
  ['never below nothing', [2_000], 0],
])('the axis begins %s and ends with the highest score there is', (_what, scores, from) => {
  expect(axisOver(scores)).toEqual({ from, to: 200_000 })
})

it.each([
  [{ from: 122_500, to: 200_000 }, [140_000, 160_000, 180_000, 200_000]],
  [{ from: 172_500, to: 200_000 }, [180_000, 190_000, 200_000]],
  [{ from: 190_000, to: 200_000 }, [190_000, 195_000, 200_000]],
  [{ from: 195_000, to: 200_000 }, [195_000, 200_000]],
])('%j has ticks each twenty points, closer on a short axis', (axis, ticks) => {
  expect(ticksOf(axis)).toEqual(ticks)
})
