import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSimulator } from '../../testing.ts'
import type { TestSimulator } from '../../testing.ts'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startSimulator()
  await simulator.sim('POST', '/users/1001/start', {})
})
afterAll(() => simulator.stop())

const bad = (description: string): object => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${description}`,
})
const one = (command: unknown, description: unknown = 'x'): object => ({
  commands: [{ command, description }],
})

describe('commands', () => {
  it('are kept per scope and language', async () => {
    const scope = { type: 'chat', chat_id: 1001 }
    await simulator.api('setMyCommands', one('help'))
    await simulator.api('setMyCommands', { ...one('broadcast'), scope, language_code: 'uk' })
    expect((await simulator.api('getMyCommands')).result).toEqual([{ command: 'help', description: 'x' }])
    const own = { scope, language_code: 'uk' }
    expect((await simulator.api('getMyCommands', own)).result).toMatchObject([{ command: 'broadcast' }])
    expect((await simulator.api('getMyCommands', { scope })).result).toEqual([])
    expect(await simulator.sim('GET', '/state?user=1001')).toMatchObject({
      bot: { commands: [{ command: 'broadcast' }] },
    })
    await simulator.api('deleteMyCommands', own)
    expect(await simulator.sim('GET', '/state?user=1001')).toMatchObject({
      bot: { commands: [{ command: 'help' }] },
    })
  })

  it.each<[object, string]>([
    [one('Help'), 'BOT_COMMAND_INVALID'],
    [one('x'.repeat(33)), 'command length must not exceed 32'],
    [one(''), 'command must be non-empty'],
    [one('a', ''), 'command description must be non-empty'],
    [one('a', 'ї'.repeat(257)), 'command description length must not exceed 256'],
    [one(5), 'can\'t parse BotCommand: Can\'t find field "command"'],
    [{ commands: 'x' }, "can't parse commands JSON object"],
    [
      { commands: Array.from({ length: 101 }, () => ({ command: 'a', description: 'x' })) },
      'BOT_COMMANDS_TOO_MUCH',
    ],
    [{ ...one('a'), scope: { type: 'nowhere' } }, "can't parse BotCommandScope: Unsupported type specified"],
    [{ ...one('a'), scope: { type: 'chat', chat_id: 77 } }, 'chat not found'],
    // Is there, but has never pressed START.
    [{ ...one('a'), scope: { type: 'chat', chat_id: 9001 } }, 'chat not found'],
    [
      { ...one('a'), scope: { type: 'chat_member', chat_id: 1001, user_id: 1 } },
      "can't use specified scope in private chats",
    ],
    [{ ...one('a'), language_code: 'ukr' }, 'invalid language code specified'],
  ])('refuse %j', async (parameters, description) => {
    expect(await simulator.api('setMyCommands', parameters)).toEqual(bad(description))
  })
})

describe('the menu button', () => {
  const app = { type: 'web_app', text: 'Меню', web_app: { url: 'https://abit.ua/app' } }

  it('is set for everybody and for one chat', async () => {
    await simulator.api('setChatMenuButton', { menu_button: app })
    expect((await simulator.api('getChatMenuButton', { chat_id: 1001 })).result).toEqual(app)
    await simulator.api('setChatMenuButton', { chat_id: 1001, menu_button: { type: 'commands' } })
    expect((await simulator.api('getChatMenuButton', { chat_id: 1001 })).result).toEqual({ type: 'commands' })
    expect(await simulator.sim('GET', '/state?user=1002')).toMatchObject({
      bot: { menuButton: { type: 'web_app', text: 'Меню', webAppUrl: 'https://abit.ua/app' } },
    })
  })

  it('leads to https', async () => {
    const menu_button = { ...app, web_app: { url: 'http://abit.ua/app' } }
    expect(await simulator.api('setChatMenuButton', { menu_button })).toEqual(
      bad("menu button Web App URL 'http://abit.ua/app' is invalid: Only HTTPS links are allowed"),
    )
  })
})

describe('chats and members', () => {
  it('are shown when the bot knows them', async () => {
    expect((await simulator.api('getChat', { chat_id: 1001 })).result).toMatchObject({
      id: 1001,
      type: 'private',
    })
    expect(await simulator.api('getChat', { chat_id: 1002 })).toEqual(bad('chat not found'))
    const group = { chat_id: -1001000000001 }
    expect((await simulator.api('getChatMemberCount', group)).result).toBe(6)
    const status = async (user_id: number): Promise<unknown> =>
      ((await simulator.api('getChatMember', { ...group, user_id })).result as { status: string }).status
    expect(await status(1001)).toBe('member')
    expect(await status(9001)).toBe('administrator')
    expect(await simulator.api('getChatMember', { ...group, user_id: 77 })).toEqual(bad('user not found'))
  })
})
