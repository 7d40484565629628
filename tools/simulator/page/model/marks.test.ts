import { describe, expect, it } from 'vitest'
import type { Selection } from './marks.ts'
import { addLink, toggleMark } from './marks.ts'
import { readMarkup } from './markup.ts'

/** The selection stands between two bars. */
function selected(source: string): Selection {
  const from = source.indexOf('|')
  const to = source.indexOf('|', from + 1) - 1
  return { text: source.replaceAll('|', ''), from, to }
}
const shown = ({ text, from, to }: Selection): string =>
  `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`

describe('toggleMark', () => {
  it.each([
    ['День |відкритих| дверей', 'День **|відкритих|** дверей'],
    ['|🎓 Іспит|', '**|🎓 Іспит|**'],
    ['a| b |c', 'a **|b|** c'],
    ['від|крит|их', '**|відкритих|**'],
    ['**|a|**', '|a|'],
    ['|**a**|', '|a|'],
    ['a || b', 'a || b'],
    ['|  |', '|  |'],
  ])('makes of %s: %s', (source, result) => {
    expect(shown(toggleMark(selected(source), '**'))).toBe(result)
  })

  it('makes what is read as formatting, mark inside mark', () => {
    const bold = toggleMark(selected('🎓 |Іспит завтра|'), '**')
    const both = toggleMark(bold, '++')
    expect(readMarkup(both.text)).toEqual({
      text: '🎓 Іспит завтра',
      entities: [
        { type: 'bold', offset: 3, length: 12 },
        { type: 'underline', offset: 3, length: 12 },
      ],
    })
  })
})

describe('addLink', () => {
  it('links the words, or puts the address in where there are none', () => {
    const linked = addLink(selected('Деталі |тут|.'), 'https://abit.ua/?a=1')
    expect(readMarkup(linked.text)).toEqual({
      text: 'Деталі тут.',
      entities: [{ type: 'text_link', url: 'https://abit.ua/?a=1', offset: 7, length: 3 }],
    })
    expect(addLink(selected('a ||'), 'abit.ua').text).toBe('a abit.ua')
  })
})
