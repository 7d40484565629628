import { describe, expect, it } from 'vitest'
import type { SimMessage } from '../page-api.ts'
import { matchingCommands } from './commands.ts'
import { curlCommand } from './curl.ts'
import { fileSize } from './file-size.ts'
import { fullName, hueOf, initials, personMatches } from './person.ts'
import { createRecall } from './recall.ts'
import { liveReplyKeyboard } from './reply-keyboard.ts'

describe('matchingCommands', () => {
  const commands = ['myoffers', 'myprofile', 'plan'].map((command) => ({ command, description: '' }))
  const names = (typed: string) => matchingCommands(commands, typed)?.map(({ command }) => command)

  it('offers all after a slash, and those that fit as one types', () => {
    expect(names('/')).toEqual(['myoffers', 'myprofile', 'plan'])
    expect(names('/MYo')).toEqual(['myoffers'])
    expect(names('/zzz')).toEqual([])
  })

  it('offers nothing when no command is being typed', () => {
    expect([names(''), names('a /'), names('/plan ')]).toEqual([undefined, undefined, undefined])
  })
})

describe('curlCommand', () => {
  it('leaves the token to the shell and survives quotes', () => {
    const command = curlCommand(
      { method: 'sendMessage', payload: { text: `п'ять $5` } },
      'http://127.0.0.1:1',
    )
    expect(command).toContain('http://127.0.0.1:1/bot$BOT_TOKEN/sendMessage')
    expect(command).toContain(`'{"text":"п'\\''ять $5"}'`)
  })
})

describe('people', () => {
  it('have initials, whatever their names', () => {
    expect(initials('Олена Коваль')).toBe('ОК')
    expect(initials('Олена')).toBe('О')
    expect(initials('👩‍🎓 Іра')).toBe('👩‍🎓І')
    expect(initials('')).toBe('?')
  })

  it('are called by their full names and found by any part', () => {
    const user = {
      id: 1001,
      firstName: 'Їжак',
      lastName: '',
      username: 'yizhak',
      languageCode: 'uk',
      isAdmin: false,
      blocked: false,
      started: false,
    }
    expect(fullName(user)).toBe('Їжак')
    expect(['їжа', 'YIZ', '100', ' '].map((query) => personMatches(user, query))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(personMatches(user, 'олена')).toBe(false)
  })

  it('have a colour even in groups, whose ids are negative', () => {
    expect([hueOf(1001), hueOf(-1001)]).toEqual([1, 1])
  })
})

describe('createRecall', () => {
  it('walks back and forth and ends at both sides', () => {
    const recall = createRecall()
    const sent = ['one', 'two']
    expect(recall.step(sent, '', 1)).toBe('two')
    expect(recall.step(sent, 'two', 1)).toBe('one')
    expect(recall.step(sent, 'one', 1)).toBeUndefined()
    expect(recall.step(sent, 'one', -1)).toBe('two')
    expect(recall.step(sent, 'two', -1)).toBe('')
  })

  it('never replaces what was typed', () => {
    const recall = createRecall()
    expect(recall.step(['one'], 'draft', 1)).toBeUndefined()
    recall.step(['one'], '', 1)
    expect(recall.step(['one'], 'one and more', 1)).toBeUndefined()
  })
})

describe('liveReplyKeyboard', () => {
  const message = (messageId: number, more: Partial<SimMessage>): SimMessage => ({
    chatId: 3,
    messageId,
    from: 0,
    date: 1,
    ...more,
  })
  const keyboard = (oneTime: boolean) => ({
    replyKeyboard: { rows: [[{ text: 'Так' }]], resize: true, oneTime },
  })

  it('is the last one that came, until it is removed', () => {
    expect(liveReplyKeyboard([message(1, keyboard(false)), message(2, {})])?.messageId).toBe(1)
    expect(liveReplyKeyboard([message(1, keyboard(false)), message(2, keyboard(false))])?.messageId).toBe(2)
    expect(
      liveReplyKeyboard([message(1, keyboard(false)), message(2, { removeKeyboard: true })]),
    ).toBeUndefined()
    expect(liveReplyKeyboard([])).toBeUndefined()
  })

  it('folds after an answer when it is for one time', () => {
    const answer = message(2, { from: 3 })
    expect(liveReplyKeyboard([message(1, keyboard(true)), answer])?.used).toBe(true)
    expect(liveReplyKeyboard([message(1, keyboard(true))])?.used).toBe(false)
    expect(liveReplyKeyboard([message(1, keyboard(false)), answer])?.used).toBe(false)
  })
})

describe('fileSize', () => {
  it('speaks in round numbers', () => {
    expect([812, 14_000, 1_250_000].map(fileSize)).toEqual(['812 B', '14 KB', '1.2 MB'])
  })
})
