import { describe, expect, it } from 'vitest'
import { readMarkup } from './markup.ts'

describe('readMarkup', () => {
  it('takes the marks out and says what they meant', () => {
    expect(readMarkup('Це **важливо** та `190`')).toEqual({
      text: 'Це важливо та 190',
      entities: [
        { type: 'bold', offset: 3, length: 7 },
        { type: 'code', offset: 14, length: 3 },
      ],
    })
  })

  it('reads marks inside marks, outer first', () => {
    expect(readMarkup('**a __b__ c**')).toEqual({
      text: 'a b c',
      entities: [
        { type: 'bold', offset: 0, length: 5 },
        { type: 'italic', offset: 2, length: 1 },
      ],
    })
  })

  it('takes code literally', () => {
    expect(readMarkup('`**a**`').text).toBe('**a**')
    expect(readMarkup('```\nx = 1\n```')).toEqual({
      text: 'x = 1',
      entities: [{ type: 'pre', offset: 0, length: 5 }],
    })
  })

  it.each([
    'link_a__b__c',
    '2 ** 3 ** 4x',
    'C++ і C++',
    '[a](b)',
    '[](https://a.ua)',
    '**',
    '****',
    'a **b',
    '|| ||',
    'https://a.ua/__x__y',
  ])('leaves %s as it is', (source) => {
    expect(readMarkup(source)).toEqual({ text: source, entities: [] })
  })

  it('reads underlined text and links, with marks in their words', () => {
    expect(readMarkup('🎓 ++a++ [**b** c](https://abit.ua/x)!')).toEqual({
      text: '🎓 a b c!',
      entities: [
        { type: 'underline', offset: 3, length: 1 },
        { type: 'text_link', url: 'https://abit.ua/x', offset: 5, length: 3 },
        { type: 'bold', offset: 5, length: 1 },
      ],
    })
    expect(readMarkup('[сайт](abit.ua)').entities).toMatchObject([{ type: 'text_link', url: 'abit.ua' }])
  })

  it('reads struck text and spoilers', () => {
    expect(readMarkup('~~a~~ ||b||').entities.map(({ type }) => type)).toEqual(['strikethrough', 'spoiler'])
  })
})
