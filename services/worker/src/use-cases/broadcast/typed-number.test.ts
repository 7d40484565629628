import { describe, expect, it } from 'vitest'
import { readNumber } from './typed-number.ts'

describe('readNumber', () => {
  it.each([
    ['12480', 12_480],
    [' 12 480 ', 12_480],
    ['12\u00A0480', 12_480],
    ['12,480', 12_480],
    ['0', 0],
    ['', null],
    ['так', null],
    ['12480!', null],
    ['-5', null],
    ['1'.repeat(13), null],
  ])('%j', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })
})
