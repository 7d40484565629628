import { describe, expect, it } from 'vitest'
import { firstThatFits, fitText, fitTitle, printable, widthOf } from './fit-text.ts'

const LONG = 'Інтелектуальні сервіс-орієнтовані розподілені обчислювання'

it.each([
  ['the signs that keep words together', 'Місце 63\u2060–\u206066\u00A0·\nдані', 'Місце 63–66 · дані'],
  ['what the font lacks', '👩‍🚀 Право אב', 'Право'],
])('%s do not reach the picture', (_what, words, shown) => {
  expect(printable(words, 'regular')).toBe(shown)
})

describe('a text that is too long', () => {
  it('ends with «…» within its room', () => {
    const fitted = fitText(LONG, 200, 30, 'bold')
    expect(fitted).toMatch(/^Інтел.*…$/)
    expect(widthOf(fitted, 30, 'bold')).toBeLessThanOrEqual(200)
    expect(fitText('Право', 200, 30, 'bold')).toBe('Право')
  })

  it('gives way to a shorter wording', () => {
    expect(firstThatFits([LONG, 'short'], 200, 22, 'regular')).toBe('short')
    expect(firstThatFits(['fits', 'short'], 200, 22, 'regular')).toBe('fits')
    expect(firstThatFits([LONG], 200, 22, 'regular')).toMatch(/…$/)
  })
})

describe('a title', () => {
  const title = (programme: string, university: string): string =>
    fitTitle({ programme, university }, 584, 30, 'bold')

  it('keeps the university when the programme is long', () => {
    expect(title(LONG, 'ЛНУ')).toMatch(/^Інтелектуальні.*… · ЛНУ$/)
    expect(widthOf(title(LONG, LONG), 30, 'bold')).toBeLessThanOrEqual(584)
  })

  it('has no dot beside a name that is empty', () => {
    expect(title('Право', '')).toBe('Право')
    expect(title('👩', 'ЛНУ')).toBe('ЛНУ')
  })
})
