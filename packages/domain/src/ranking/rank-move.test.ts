import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankMove } from './rank-move.ts'

describe('rankMove', () => {
  it.each([
    ['up', [67, 70], [63, 66], { kind: 'up', places: 4 }],
    ['down', [160, 164], [171, 175], { kind: 'down', places: 11 }],
    ['nowhere', [63, 66], [63, 66], { kind: 'same' }],
    ['down at its end', [63, 66], [63, 68], { kind: 'down', places: 2 }],
    ['up at its end', [63, 66], [63, 63], { kind: 'up', places: 3 }],
    ['both ways', [63, 66], [60, 70], { kind: 'mixed' }],
    ['by the best place where both ends move', [63, 66], [60, 61], { kind: 'up', places: 3 }],
  ] as const)('%s: from %j to %j', (_name, [b1, b2], [n1, n2], move) => {
    expect(rankMove({ best: b1, worst: b2 }, { best: n1, worst: n2 })).toEqual(move)
  })

  it('is turned round when the looks are', () => {
    const range = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.nat(9))
      .map(([best, more]) => ({ best, worst: best + more }))
    const opposite = { up: 'down', down: 'up', same: 'same', mixed: 'mixed' } as const
    fc.assert(
      fc.property(range, range, (a, b) => {
        const [there, back] = [rankMove(a, b), rankMove(b, a)]
        expect(back).toEqual({ ...there, kind: opposite[there.kind] })
      }),
    )
  })
})
