import { describe, expect, it } from 'vitest'
import { checkGrade } from './grade.ts'

describe('checkGrade', () => {
  it.each([
    [100, 'ok'],
    [187, 'ok'],
    [200, 'ok'],
    [0, 'not-passed'],
    [-0, 'not-passed'],
    [1, 'looks-like-test-points'],
    [32, 'looks-like-test-points'],
    [54, 'looks-like-test-points'],
    [55, 'out-of-range'],
    [99, 'out-of-range'],
    [201, 'out-of-range'],
    [-5, 'out-of-range'],
    [187.5, 'not-integer'],
    [Number.NaN, 'not-integer'],
    [Number.POSITIVE_INFINITY, 'not-integer'],
  ] as const)('%d is %s', (value, check) => {
    expect(checkGrade(value)).toBe(check)
  })
})
