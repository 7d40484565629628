import { describe, expect, it } from 'vitest'
import { editDistance, isTypo } from './typos.ts'

describe('a typo', () => {
  it.each([
    ['право', 'право'],
    ['парво', 'право'],
    ['прво', 'право'],
    ['прраво', 'право'],
    ['прабо', 'право'],
    ['інформатка', 'інформатика'],
    ['інфарматіка', 'інформатика'],
    ['кпи', 'кпі'],
    ['філософія', 'філософии'],
  ])('%s may mean %s', (typed, word) => {
    expect(isTypo(typed, word)).toBe(true)
  })

  it.each([
    ['лну', 'кну', 'three letters are no place for a slip'],
    ['право', 'прага', 'two slips in a short word'],
    ['абвг', 'вбаг', 'a swap of letters that are no neighbours'],
    ['інформатика', 'інформація', 'three slips'],
    ['фінанси', 'фіз', 'another length'],
  ])('%s does not mean %s: %s', (typed, word) => {
    expect(isTypo(typed, word)).toBe(false)
  })
})

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['', 'абв', 3],
    ['кіт', 'кит', 1],
    ['кіт', 'кіт', 0],
    ['kitten', 'sitting', 3],
  ])('%j and %j: %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })
})
