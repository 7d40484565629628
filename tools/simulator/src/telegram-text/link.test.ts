import { describe, expect, it } from 'vitest'
import { checkLink, isLoopback, isReachable, mentionedUser } from './link.ts'

describe('checkLink', () => {
  it.each([
    ['https://abit.ua', 'https://abit.ua/'],
    ['abit.ua/x?y', 'http://abit.ua/x?y'],
    ['HTTPS://Abit.UA?x', 'https://abit.ua/?x'],
    ['http://127.0.0.1:3000/app', 'http://127.0.0.1:3000/app'],
    ['tg://resolve?domain=x', 'tg://resolve?domain=x'],
    ['https://приклад.укр/', 'https://приклад.укр/'],
  ])('accepts %s', (link, url) => {
    expect(checkLink(link)).toEqual({ url })
  })

  it.each([
    ['http://localhost/', 'Wrong HTTP URL'],
    ['word', 'Wrong HTTP URL'],
    ['https://', 'URL host is empty'],
    ['ftp://abit.ua', 'Unsupported URL protocol'],
    ['https://abit.ua:0/', 'Wrong port number specified in the URL'],
    ['https://a b.ua/', 'Disallowed character in URL host'],
  ])('refuses %s', (link, error) => {
    expect(checkLink(link)).toEqual({ error })
  })

  it('demands https for Web Apps, but on this machine', () => {
    expect(checkLink('http://abit.ua/app', { httpsOnly: true })).toEqual({
      error: 'Only HTTPS links are allowed',
    })
    expect(checkLink('http://127.0.0.1:3000/app', { httpsOnly: true })).toEqual({
      url: 'http://127.0.0.1:3000/app',
    })
  })
})

it('knows hosts that cannot be on the internet', () => {
  const reachable = [
    'https://abit.ua/',
    'http://приклад.укр',
    'https://xn--80a.xn--j1amh/',
    'http://8.8.8.8:80/',
    'tg://x',
  ]
  expect(reachable.filter((link) => !isReachable(link))).toEqual([])
  const unreachable = [
    'http://0.0.0.0/',
    'https://abit.7/',
    'https://-abit.ua/',
    'https://abit.ua./',
    'https://a_b.u/',
  ]
  expect(unreachable.filter(isReachable)).toEqual([])
})

it('knows this machine', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '[::1]'].every(isLoopback)).toBe(true)
  expect(['abit.ua', '10.0.0.1', '127.0.0.1.abit.ua'].some(isLoopback)).toBe(false)
})

it('reads mentions by id', () => {
  expect(mentionedUser('tg://user?id=42')).toBe(42)
  expect(mentionedUser('https://abit.ua')).toBeUndefined()
})
