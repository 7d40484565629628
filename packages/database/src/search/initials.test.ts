import { expect, it } from 'vitest'
import { initialsOf } from './initials.ts'

it.each([
  ['Львівський національний університет імені Івана Франка', ['лнуіф', 'лну']],
  [
    'Національний технічний університет України «Київський політехнічний інститут імені Ігоря Сікорського»',
    ['нтуукпі', 'кпііс', 'кпі'],
  ],
  ['Комп’ютерні науки', ['кн']],
  ['Інженерія програмного забезпечення', ['іпз']],
  ['Computer Science', ['cs']],
  ['Університет банківської справи ім. Котляревського', ['убск', 'убс']],
  ['Право', []],
])('people call %s %j', (name, abbreviations) => {
  expect(initialsOf(name)).toEqual(expect.arrayContaining(abbreviations))
  if (abbreviations.length === 0) expect(initialsOf(name)).toEqual([])
})
