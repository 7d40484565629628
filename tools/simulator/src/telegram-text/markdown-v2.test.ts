import { describe, expect, it } from 'vitest'
import type { Entity } from '../store/model.ts'
import { parseMarkdownV2 } from './markdown-v2.ts'

const entity = (type: string, offset: number, length: number, extra: Partial<Entity> = {}): Entity => ({
  type,
  offset,
  length,
  ...extra,
})

describe('parseMarkdownV2', () => {
  it.each<[string, string, Entity[]]>([
    ['*жир*', 'жир', [entity('bold', 0, 3)]],
    [
      '_a_ __b__ ~c~ ||d||',
      'a b c d',
      [
        entity('italic', 0, 1),
        entity('underline', 2, 1),
        entity('strikethrough', 4, 1),
        entity('spoiler', 6, 1),
      ],
    ],
    ['*a _b_*', 'a b', [entity('italic', 2, 1), entity('bold', 0, 3)]],
    ['`a*b`', 'a*b', [entity('code', 0, 3)]],
    ['```ts\nx = 1\n```', 'x = 1\n', [entity('pre', 0, 6, { language: 'ts' })]],
    ['```x```', 'x', [entity('pre', 0, 1)]],
    ['[тут](https://abit.ua/a_\\)b)', 'тут', [entity('text_link', 0, 3, { url: 'https://abit.ua/a_)b' })]],
    ['[x](tg://user?id=5)', 'x', [entity('text_mention', 0, 1, { user: { id: 5 } })]],
    ['1\\.5 \\- 2', '1.5 - 2', []],
    ['>a\n>b\nc', 'a\nb\nc', [entity('blockquote', 0, 3)]],
    ['>a\n>b||', 'a\nb', [entity('expandable_blockquote', 0, 3)]],
  ])('parses %s', (source, text, entities) => {
    expect(parseMarkdownV2(source)).toEqual({ text, entities })
  })

  it.each([
    ['1.5', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['a > b', "Character '>' is reserved and must be escaped with the preceding '\\'"],
    ['ї *x', "Can't find end of Bold entity at byte offset 3"],
    ['_x', "Can't find end of Italic entity at byte offset 0"],
    ['```ts\nx', "Can't find end of PreCode entity at byte offset 0"],
    ['[x](abit', "Can't find end of a URL at byte offset 4"],
    ['[x](abit\\)', "Can't find end of a URL at byte offset 4"],
  ])('refuses %s', (source, message) => {
    expect(() => parseMarkdownV2(source)).toThrow(message)
  })
})
