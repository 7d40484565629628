import { describe, expect, it } from 'vitest'
import { formatCaption, formatText, plainText } from './format.ts'

const html = (text: string): { text: string; parseMode: string; entities: undefined } => ({
  text,
  parseMode: 'HTML',
  entities: undefined,
})
const plain = (text: string, entities?: unknown): { text: string; parseMode: string; entities: unknown } => ({
  text,
  parseMode: '',
  entities,
})

describe('formatText', () => {
  it('counts UTF-16 units after parsing', () => {
    expect(formatText(html(`<b>${'ї'.repeat(4096)}</b>`)).text).toHaveLength(4096)
    expect(() => formatText(html(`<b>${'ї'.repeat(4097)}</b>`))).toThrow('Message is too long')
    expect(() => formatText(plain('🎓'.repeat(2049)))).toThrow('Message is too long')
  })

  it.each(['', ' \n ', '\u200b'])('refuses the empty text %j', (text) => {
    expect(() => formatText(plain(text))).toThrow(/empty/)
  })

  it('names what cannot be parsed', () => {
    expect(() => formatText(html('<x>'))).toThrow(
      `Can't parse entities: Unsupported start tag "x" at byte offset 0`,
    )
    expect(() => formatText({ ...html('x'), parseMode: 'BBCode' })).toThrow('Unsupported parse_mode')
  })

  it('trims both ends and keeps entities on their letters', () => {
    expect(formatText(html('  x <b>y</b>  \n'))).toEqual({
      text: 'x y',
      entities: [{ type: 'bold', offset: 2, length: 1 }],
    })
    expect(formatText(html('<b>y \n</b>'))).toEqual({
      text: 'y',
      entities: [{ type: 'bold', offset: 0, length: 1 }],
    })
  })

  it('removes carriage returns and direction overrides', () => {
    expect(formatText(html('a\r\n\u202e<b>b</b>'))).toEqual({
      text: 'a\nb',
      entities: [{ type: 'bold', offset: 2, length: 1 }],
    })
  })

  it.each([
    [[{ type: 'bold', offset: 5, length: 1 }], 'Entity begins after the end of the text at UTF-16 offset 5'],
    [
      [{ type: 'bold', offset: 0, length: 9 }],
      'Entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9',
    ],
    [[{ type: 'bold', offset: 2, length: 1 }], 'Entity begins in a middle of a UTF-16 symbol'],
    [[{ type: 'sparkle', offset: 0, length: 1 }], "Can't parse MessageEntity: Unsupported type specified"],
  ])('refuses entities %j', (entities, message) => {
    expect(() => formatText(plain('a🎓b', entities))).toThrow(message)
  })

  it('takes stated entities and ignores those it finds itself', () => {
    const entities = [
      { type: 'url', offset: 0, length: 1 },
      { type: 'text_link', offset: 0, length: 1, url: 'abit.ua' },
    ]
    expect(formatText(plain('x', entities)).entities).toEqual([
      { type: 'text_link', offset: 0, length: 1, url: 'http://abit.ua/' },
    ])
  })
})

describe('formatCaption', () => {
  it('allows 1024 UTF-16 units and none', () => {
    expect(formatCaption(plain('')).text).toBe('')
    expect(formatCaption(plain('x'.repeat(1024))).text).toHaveLength(1024)
    expect(() => formatCaption(plain('x'.repeat(1025)))).toThrow('Message caption is too long')
  })
})

describe('plainText', () => {
  it('finds commands, links, mentions, e-mail addresses and hashtags', () => {
    const text = '/start@abitly_bot https://vstup.edbo.gov.ua/offer/1. @olena_k a@b.ua #вступ2026 x/y'
    const found = plainText(text).entities.map(({ type, offset, length }) => [
      type,
      text.slice(offset, offset + length),
    ])
    expect(found).toEqual([
      ['bot_command', '/start@abitly_bot'],
      ['url', 'https://vstup.edbo.gov.ua/offer/1'],
      ['mention', '@olena_k'],
      ['email', 'a@b.ua'],
      ['hashtag', '#вступ2026'],
    ])
  })
})
