import { beforeEach, describe, expect, it } from 'vitest'
import { fakeRepositories } from '../testing/fake-repositories.ts'
import { testChat } from '../testing/test-chat.ts'
import type { TestChat } from '../testing/test-chat.ts'

const ADMIN = 700_000_901
let chat: TestChat

beforeEach(() => {
  chat = testChat({ repos: fakeRepositories().repos, userId: ADMIN, adminIds: [ADMIN] })
})

const menus = () => chat.replies.filter(({ method }) => method === 'setMyCommands')

describe('the menu of an admin', () => {
  it.each(['/start', '/HELP'])('is brought up to date after %s, behind the answer', async (command) => {
    const replies = await chat.say(command)
    expect(replies.map(({ method }) => method)).toEqual(['sendMessage', 'setMyCommands', 'setMyCommands'])
  })

  it('has the commands of students and of admins, in both languages, in this chat only', async () => {
    await chat.say('/start')
    const [uk, en] = menus().map(({ payload }) => payload)
    expect(uk).toMatchObject({ scope: { type: 'chat', chat_id: ADMIN } })
    expect(uk).not.toHaveProperty('language_code')
    expect(en).toMatchObject({ scope: { type: 'chat', chat_id: ADMIN }, language_code: 'en' })
    const names = (payload: typeof uk) =>
      (payload?.['commands'] as { command: string }[]).map(({ command }) => command)
    expect(names(uk)).toEqual([
      'start',
      'myoffers',
      'plan',
      'statistics',
      'opendays',
      'myopendays',
      'opendayfilters',
      'notifications',
      'myprofile',
      'help',
      'language',
      'privacy',
      'broadcast',
      'campaigns',
      'notifyopendaysupdate',
      'health',
      'stopsending',
      'resumesending',
    ])
    expect(names(en)).toEqual(names(uk))
    const commands = uk?.['commands'] as { command: string; description: string }[]
    for (const { command, description } of commands) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description.length).toBeGreaterThanOrEqual(1)
      expect(description.length).toBeLessThanOrEqual(256)
    }
  })

  it('is brought up to date with the language, and not by anything else', async () => {
    await chat.say('/language')
    expect(menus()).toEqual([])
    await chat.press('English')
    expect(menus()).toHaveLength(2)
    await chat.say('hello')
    expect(menus()).toHaveLength(2)
  })

  it('is nothing that anybody else gets', async () => {
    chat = testChat({ repos: fakeRepositories().repos, userId: 500, adminIds: [ADMIN] })
    await chat.say('/start')
    await chat.say('/help')
    await chat.say('/language')
    await chat.press('English')
    expect(menus()).toEqual([])
  })
})

describe('/help of an admin', () => {
  it('lists what admins can do in a block of its own', async () => {
    await chat.say('/help')
    expect(chat.last()).toContain(
      '/language — мова, language\n/privacy — мої дані\n\n<b>Для адмінів</b>\n/broadcast — нова розсилка\n' +
        '/campaigns — розсилки та їхні звіти\n' +
        '/notifyOpenDaysUpdate — сповістити про змінені відкриті двері\n/health — стан системи й розклад\n' +
        '/stopsending — аварійна зупинка всіх розсилок\n/resumesending — відновити розсилки\n\n<i>Місце',
    )
  })
})
