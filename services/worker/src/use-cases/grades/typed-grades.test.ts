import { describe, expect, it } from 'vitest'
import { readGrades } from './typed-grades.ts'

describe('readGrades', () => {
  it.each([
    ['187', 4, [187]],
    [' 100 ', 1, [100]],
    ['200', 1, [200]],
    ['190 170 185', 3, [190, 170, 185]],
    ['190, 170, 185', 3, [190, 170, 185]],
    ['190,170,185', 3, [190, 170, 185]],
    ['190.170', 3, [190, 170]],
    ['190/170/185', 3, [190, 170, 185]],
    ['190;170;185', 3, [190, 170, 185]],
    ['190\n170\n185', 3, [190, 170, 185]],
    ['математика — 190', 1, [190]],
    ['190 170', 3, [190, 170]],
    ['187,0', 1, [187]],
  ])('reads %j', (text, remaining, values) => {
    expect(readGrades(text, remaining)).toEqual({ kind: 'grades', values })
  })

  it.each([
    ['250', { kind: 'out-of-range' }],
    ['99', { kind: 'out-of-range' }],
    ['201', { kind: 'out-of-range' }],
    ['0', { kind: 'out-of-range' }],
    ['187,5', { kind: 'out-of-range' }],
    ['1870', { kind: 'out-of-range' }],
    ['99999999999999999999', { kind: 'out-of-range' }],
    ['190 250', { kind: 'out-of-range' }],
    ['32', { kind: 'test-points', value: 32 }],
    ['190 32', { kind: 'test-points', value: 32 }],
    ['сто вісімдесят', { kind: 'no-number' }],
    ['', { kind: 'no-number' }],
    ['не складено', { kind: 'no-number' }],
    ['190 170 185', { kind: 'too-many', given: 3 }],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readGrades(text, 2)).toEqual(problem)
  })
})
