import { describe, expect, it } from 'vitest'
import { withDetectedLinks } from './detect-links.ts'

function found(text: string, entities: Parameters<typeof withDetectedLinks>[1] = []): string[] {
  return withDetectedLinks(text, entities)
    .slice(entities.length)
    .map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`)
}

describe('withDetectedLinks', () => {
  it('finds addresses with and without a scheme, without the full stop after them', () => {
    expect(found('Див. https://vstup.osvita.ua/y2025/r14/282/1481286/. Або abit-poisk.org.ua, так.')).toEqual(
      ['url:https://vstup.osvita.ua/y2025/r14/282/1481286/', 'url:abit-poisk.org.ua'],
    )
  })

  it('finds commands, but not fractions, paths or words with a slash', () => {
    expect(found('/myoffers та /plan@abitly_bot')).toEqual([
      'bot_command:/myoffers',
      'bot_command:/plan@abitly_bot',
    ])
    expect(found('3/4, і/або, F2/F3, a/b')).toEqual([])
  })

  it('finds names and mail addresses without mixing them up', () => {
    expect(found('@olena_k пише на help@abitly.org')).toEqual(['email:help@abitly.org', 'mention:@olena_k'])
  })

  it('does not look inside code and links that came with the message', () => {
    const text = 'vstup.osvita.ua/y2025 /plan'
    expect(found(text, [{ type: 'code', offset: 0, length: text.length }])).toEqual([])
    expect(found(text, [{ type: 'url', offset: 0, length: 21 }])).toEqual(['bot_command:/plan'])
  })

  it('looks inside bold text', () => {
    expect(found('/plan', [{ type: 'bold', offset: 0, length: 5 }])).toEqual(['bot_command:/plan'])
  })

  it('is quick with a long text that is nearly an address', () => {
    const started = performance.now()
    found('a-'.repeat(2048))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
