import { describe, expect, it } from 'vitest'
import { isStudentCommand, readCommand, readCommandWord, studentCommands } from './command.ts'
import { i18n } from './testing/test-chat.ts'

describe('readCommand', () => {
  it.each([
    ['/start', { name: 'start', bot: null, args: '' }],
    ['/START', { name: 'start', bot: null, args: '' }],
    ['/notifyOpenDaysUpdate', { name: 'notifyopendaysupdate', bot: null, args: '' }],
    ['/start university_282', { name: 'start', bot: null, args: 'university_282' }],
    ['/help@Abitly_Bot', { name: 'help', bot: 'abitly_bot', args: '' }],
    ['/start@abitly_bot  link_x ', { name: 'start', bot: 'abitly_bot', args: 'link_x' }],
    ['/menu', { name: 'start', bot: null, args: '' }],
    ['/broadcast\nтекст', { name: 'broadcast', bot: null, args: 'текст' }],
  ])('reads %j', (text, command) => {
    expect(readCommand(text)).toEqual(command)
  })

  it.each([undefined, '', 'start', ' /start', '/', '//', '/привіт', '/a-b', 'https://vstup.osvita.ua/start'])(
    'takes %j for no command',
    (text) => {
      expect(readCommand(text)).toBeNull()
    },
  )
})

describe('readCommandWord', () => {
  it.each([
    ['start', 'start'],
    ['Старт', 'start'],
    [' меню ', 'start'],
    ['MENU', 'start'],
    ['Допомога', 'help'],
    ['help', 'help'],
  ])('takes %j alone for /%s', (text, name) => {
    expect(readCommandWord(text)).toEqual({ name, bot: null, args: '' })
  })

  it.each([undefined, '', 'меню ЛНУ', 'стартап', 'help me', 'privacy', '/help'])('not %j', (text) => {
    expect(readCommandWord(text)).toBeNull()
  })
})

describe('commands of students', () => {
  it('are known by name, and described in both languages within Telegram’s limits', () => {
    for (const tr of [i18n.uk, i18n.en]) {
      for (const { command, description } of studentCommands(tr)) {
        expect(isStudentCommand(command)).toBe(true)
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
        expect(description.length).toBeGreaterThan(2)
        expect(description.length).toBeLessThanOrEqual(256)
      }
    }
    expect(isStudentCommand('broadcast')).toBe(false)
  })
})
