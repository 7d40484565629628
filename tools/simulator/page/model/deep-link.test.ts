import { describe, expect, it } from 'vitest'
import { isOpenable, readPageQuery, startPayload, writePageQuery } from './deep-link.ts'

describe('startPayload', () => {
  it.each([
    ['https://t.me/abitly_bot?start=link_abc-1', 'link_abc-1'],
    ['http://telegram.me/Abitly_Bot?start=university_282', 'university_282'],
    ['tg://resolve?domain=abitly_bot&start=x', 'x'],
    ['https://t.me/abitly_bot', ''],
    ['https://t.me/abitly_bot?start=two words', ''],
  ])('%s belongs to the bot', (link, payload) => {
    expect(startPayload(link, 'abitly_bot')).toBe(payload)
  })

  it.each([
    'https://t.me/other_bot?start=x',
    'https://example.org/abitly_bot?start=x',
    'no link',
    'mailto:abitly_bot',
  ])('%s leads elsewhere', (link) => {
    expect(startPayload(link, 'abitly_bot')).toBeUndefined()
  })
})

describe('the query of the page', () => {
  it('survives a reload', () => {
    const query = { user: 3, start: 'link_abc' }
    expect(readPageQuery(writePageQuery(query))).toEqual(query)
    expect(writePageQuery({ user: 3, start: '' })).toBe('?user=3')
    expect(writePageQuery({})).toBe('')
  })

  it.each(['', '?user=', '?user=abc', '?user=-1', '?user=1.5', '?start=a%20b', `?start=${'a'.repeat(65)}`])(
    'reads nothing from %s',
    (search) => {
      expect(readPageQuery(search)).toEqual({})
    },
  )
})

describe('isOpenable', () => {
  it('lets no script in', () => {
    expect(['https://a.ua', 'tg://resolve', 'mailto:a@b.ua'].map(isOpenable)).toEqual([true, true, true])
    expect(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'a.ua'].map(isOpenable)).toEqual(
      [false, false, false, false],
    )
  })
})
