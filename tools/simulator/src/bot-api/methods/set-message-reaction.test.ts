import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimMessage } from '../../page-api.ts'
import { startSimulator } from '../../testing.ts'
import type { ApiAnswer, TestSimulator } from '../../testing.ts'

let simulator: TestSimulator
let messageId: number
beforeAll(async () => {
  simulator = await startSimulator()
  await simulator.sim('POST', '/users/1001/start', {})
  const message = await simulator.sim('POST', '/users/1001/messages', { chatId: 1001, text: 'mine' })
  messageId = (message as SimMessage).messageId
})
afterAll(() => simulator.stop())

const react = (reaction: unknown, target: object = {}): Promise<ApiAnswer> =>
  simulator.api('setMessageReaction', { chat_id: 1001, message_id: messageId, reaction, ...target })
const emoji = (...list: string[]): object[] => list.map((one) => ({ type: 'emoji', emoji: one }))
const bad = (description: string): object => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${description}`,
})

async function shown(): Promise<SimMessage | undefined> {
  const messages = (await simulator.sim('GET', '/chats/1001/messages')) as SimMessage[]
  return messages.find((message) => message.messageId === messageId)
}

describe('setMessageReaction', () => {
  it('puts an emoji under a message, replaces it, and takes it away', async () => {
    expect((await react(emoji('🤷'))).result).toBe(true)
    expect(await shown()).toMatchObject({ text: 'mine', reaction: '🤷' })
    expect(await shown()).not.toHaveProperty('editDate')
    expect((await react(JSON.stringify(emoji('🤷\u200D♂')))).ok).toBe(true)
    expect((await react(emoji('❤\uFE0F'))).ok).toBe(true)
    expect(await shown()).toMatchObject({ reaction: '❤' })
    expect((await react([])).ok).toBe(true)
    expect(await shown()).not.toHaveProperty('reaction')
  })

  it.each<[string, unknown, string]>([
    ['an emoji that is no reaction', emoji('🎓'), 'REACTION_INVALID'],
    ['words', emoji('x'), 'REACTION_INVALID'],
    ['a custom emoji', [{ type: 'custom_emoji', custom_emoji_id: '5' }], 'REACTION_INVALID'],
    ['two of them', emoji('👍', '👎'), 'REACTIONS_TOO_MANY'],
    ['no list', {}, 'expected an Array of ReactionType'],
    ['no JSON', '[', "can't parse reaction types JSON object"],
    ['a bare emoji', ['🤷'], "can't parse ReactionType: expected an Object"],
    ['no type', [{ emoji: '🤷' }], 'can\'t parse ReactionType: Can\'t find field "type"'],
    ['no emoji', [{ type: 'emoji' }], 'can\'t parse ReactionType: Can\'t find field "emoji"'],
    ['stars', [{ type: 'paid' }], "can't parse ReactionType: invalid reaction type specified"],
  ])('refuses %s', async (_what, reaction, description) => {
    expect(await react(reaction)).toEqual(bad(description))
    expect(await shown()).not.toHaveProperty('reaction')
  })

  it('needs a message of a chat that the bot may write to', async () => {
    expect(await react(emoji('🤷'), { message_id: 999_999 })).toEqual(bad('message to react not found'))
    expect(await react(emoji('🤷'), { message_id: undefined })).toEqual(bad('message to react not found'))
    expect(await react(emoji('🤷'), { chat_id: 5 })).toEqual(bad('chat not found'))
    await simulator.sim('POST', '/users/1001/block', {})
    expect(await react(emoji('🤷'))).toMatchObject({ error_code: 403 })
    await simulator.sim('POST', '/users/1001/unblock', {})
  })

  it('is no send: the limits let it pass', async () => {
    for (let time = 0; time < 40; time += 1) expect((await react(emoji('🤷'))).ok).toBe(true)
    expect(await simulator.sim('GET', '/violations')).toEqual([])
  })
})
