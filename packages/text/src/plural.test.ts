import { describe, expect, it } from 'vitest'
import { pluralForm } from './plural.ts'

describe('pluralForm', () => {
  it.each([
    [0, 'many'],
    [1, 'one'],
    [2, 'few'],
    [4, 'few'],
    [5, 'many'],
    [11, 'many'],
    [12, 'many'],
    [14, 'many'],
    [21, 'one'],
    [22, 'few'],
    [25, 'many'],
    [101, 'one'],
    [111, 'many'],
    [112, 'many'],
    [1002, 'few'],
  ] as const)('Ukrainian %i is %s', (n, form) => {
    expect(pluralForm('uk', n)).toBe(form)
  })

  it.each([
    [183.571, 3],
    [1.5, 1],
    [183, 3],
    [1, 3],
  ] as const)('Ukrainian %d with %i decimals is a fraction', (n, digits) => {
    expect(pluralForm('uk', n, digits)).toBe('other')
  })

  it.each([
    [0, 'other'],
    [1, 'one'],
    [2, 'other'],
    [21, 'other'],
  ] as const)('English %i is %s', (n, form) => {
    expect(pluralForm('en', n)).toBe(form)
  })
})
