import { expect, it } from 'vitest'
import { isOtherForm } from './stem.ts'

it.each([
  ['штучний', 'штучного'],
  ['наука', 'науки'],
  ['інженерія', 'інженерії'],
  ['програмна', 'програмне'],
  ['журналістики', 'журналістика'],
])('%s and %s are forms of one word', (a, b) => {
  expect(isOtherForm(a, b)).toBe(true)
})

it.each([
  ['інформатика', 'інформація'],
  ['програмна', 'програмування'],
  ['кіно', 'кінь'],
  ['лну', 'лна'],
])('%s and %s are not', (a, b) => {
  expect(isOtherForm(a, b)).toBe(false)
})
