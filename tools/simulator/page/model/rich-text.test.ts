import { describe, expect, it } from 'vitest'
import type { RichNode } from './rich-text.ts'
import { richTree } from './rich-text.ts'

/** The tree as a line: bold(a italic(b)). */
function line(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) =>
      node.kind === 'text' ? JSON.stringify(node.text).slice(1, -1) : `${node.kind}(${line(node.children)})`,
    )
    .join('')
}

const bold = (offset: number, length: number) => ({ type: 'bold', offset, length })
const italic = (offset: number, length: number) => ({ type: 'italic', offset, length })

describe('richTree', () => {
  it('leaves plain text alone', () => {
    expect(richTree('Привіт', [])).toEqual([{ kind: 'text', text: 'Привіт' }])
    expect(richTree('', [])).toEqual([])
  })

  it('nests entities and keeps the text around them', () => {
    expect(line(richTree('abcdef', [bold(1, 4), italic(2, 2)]))).toBe('abold(bitalic(cd)e)f')
  })

  it('puts the longer of two entities that begin together outside, in whatever order they come', () => {
    expect(line(richTree('abcd', [italic(0, 2), bold(0, 4)]))).toBe('bold(italic(ab)cd)')
  })

  it('splits entities that overlap without nesting', () => {
    expect(line(richTree('abcdef', [bold(0, 4), italic(2, 4)]))).toBe('bold(abitalic(cd))italic(ef)')
  })

  it('counts in UTF-16 units, as the Bot API does', () => {
    expect(line(richTree('🟢 високий', [bold(3, 7)]))).toBe('🟢 bold(високий)')
  })

  it('cuts ranges that lie outside the text and skips kinds it does not know', () => {
    expect(
      line(richTree('abc', [bold(2, 99), italic(9, 3), { type: 'custom_emoji', offset: 0, length: 1 }])),
    ).toBe('abbold(c)')
  })

  it('drops one line break on each side of a block, and only one', () => {
    const quote = { type: 'expandable_blockquote', offset: 2, length: 1 }
    expect(line(richTree('a\nq\n\nb', [quote]))).toBe('aexpandable_blockquote(q)\\nb')
  })

  it('keeps the break between two blocks from becoming an empty line', () => {
    const quotes = [0, 2].map((offset) => ({ type: 'blockquote', offset, length: 1 }))
    expect(line(richTree('a\nb', quotes))).toBe('blockquote(a)blockquote(b)')
  })

  it('knows where links lead', () => {
    const nodes = richTree('тут osvita.ua @abitly a@b.ua', [
      { type: 'text_link', offset: 0, length: 3, url: 'https://abitly.org' },
      { type: 'url', offset: 4, length: 9 },
      { type: 'mention', offset: 14, length: 7 },
      { type: 'email', offset: 22, length: 6 },
    ])
    expect(nodes.flatMap((node) => (node.kind === 'text' ? [] : [node.url]))).toEqual([
      'https://abitly.org',
      'https://osvita.ua',
      'https://t.me/abitly',
      'mailto:a@b.ua',
    ])
  })

  it('hands out the whole raw text of a piece, for copying', () => {
    const [pre] = richTree('190 170', [{ type: 'pre', offset: 0, length: 7, language: 'sh' }, bold(0, 3)])
    expect(pre).toMatchObject({ kind: 'pre', value: '190 170', language: 'sh' })
  })
})
