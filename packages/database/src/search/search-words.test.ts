import { describe, expect, it } from 'vitest'
import { searchWords, typedWords } from './search-words.ts'

describe('the words of a text', () => {
  it.each([
    ['ЛНУ, інформатика!', ['лну', 'інформатика']],
    ["комп'ютерні", ['компютерні']],
    ['комп’ютерні комп`ютерні комп´ютерні комп"ютерні компʼютерні', ['компютерні']],
    ['UI/UX проєктування', ['ui', 'ux', 'проєктування']],
    ['Інформаційно - комп’ютерні', ['інформаційно', 'компютерні']],
    ['наука та освіта в Україні', ['наука', 'освіта', 'україні']],
    ['Bachelor of Laws', ['bachelor', 'laws']],
    ['  \u00a0 🎓 … ', []],
    ['і та or', ['or']],
  ])('%j', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  it.each(['F3', 'f3', 'Ф3', 'ф3', '«Ф3»'])('%s is the code of a speciality, by look or by sound', (text) => {
    expect(searchWords(text)).toEqual(['f3'])
  })

  it.each([
    ['А4', 'a4'],
    ['В11', 'b11'],
    ['С1', 'c1'],
    ['Д8', 'd8'],
    ['Н6', 'h6'],
    ['І8', 'i8'],
  ])('the Cyrillic %s is %s', (typed, code) => {
    expect(searchWords(typed)).toEqual([code])
  })

  it('has one alphabet in each: look-alikes do not hide a word', () => {
    expect(searchWords('iнформатикa КПI')).toEqual(['інформатика', 'кпі'])
    expect(searchWords('KPI')).toEqual(['kpi'])
  })

  it('is the same however the letters are composed', () => {
    const text = 'Їжакій'
    expect(searchWords(text.normalize('NFD'))).toEqual(searchWords(text))
    expect(searchWords('пра\u0301во')).toEqual(['право'])
  })

  it('cuts what is no word', () => {
    expect(searchWords('а'.repeat(500))[0]).toHaveLength(40)
  })
})

describe('the words that were typed', () => {
  it.each([
    ['F 3', ['f3']],
    ['ф 3 ЛНУ', ['f3', 'лну']],
    ['ЛНУ F  11', ['лну', 'f11']],
    ['Kiev informatics', ['kyiv', 'informatics']],
    ['constructor', ['constructor']],
    ['ЛНУ 3', ['лну', '3']],
    ['F 123', ['f', '123']],
  ])('%j', (text, words) => {
    expect(typedWords(text)).toEqual(words)
  })
})
