import { describe, expect, it } from 'vitest'
import { isActiveStatus } from './application.ts'

describe('isActiveStatus', () => {
  it('keeps exactly those who still compete', () => {
    const all = Array.from({ length: 20 }, (_, status) => status)
    expect(all.filter(isActiveStatus)).toEqual([1, 2, 5, 6, 9, 11, 12, 14])
  })
})
