import { describe, expect, it } from 'vitest'
import { pick, pickWeighted, seededRandom } from './random.ts'

describe('seededRandom', () => {
  it('is the same for the same seed on every machine', () => {
    const random = seededRandom('1481286')
    const again = seededRandom('1481286')
    const other = seededRandom('1481287')
    const numbers = [random(), random(), random()]
    expect([again(), again(), again()]).toEqual(numbers)
    expect([other(), other(), other()]).not.toEqual(numbers)
  })

  it('is spread evenly over [0, 1)', () => {
    const random = seededRandom('spread')
    const tenths = Array.from({ length: 10 }, () => 0)
    for (let i = 0; i < 10_000; i += 1) {
      const tenth = Math.floor(random() * 10)
      tenths[tenth] = (tenths[tenth] ?? 0) + 1
    }
    expect(tenths).toHaveLength(10)
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })
})

describe('pick', () => {
  it('has nothing to pick from an empty list', () => {
    expect(() => pick(seededRandom('x'), [])).toThrow(RangeError)
  })
})

describe('pickWeighted', () => {
  it('picks as often as the weights say', () => {
    const random = seededRandom('weights')
    const weights = new Map([
      ['often', 3],
      ['seldom', 1],
    ])
    const picked = Array.from({ length: 4_000 }, () => pickWeighted(random, weights))
    expect(Math.abs(picked.filter((key) => key === 'often').length - 3_000)).toBeLessThan(150)
  })
})
