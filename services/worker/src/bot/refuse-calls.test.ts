import { Bot } from 'grammy'
import type { Context } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { refuseCalls } from './refuse-calls.ts'

/** Runs one handler on a press, with the transformer in between. */
async function run(handler: (ctx: Context) => Promise<unknown>): Promise<[string, unknown][]> {
  const calls: [string, unknown][] = []
  const bot = new Bot('none', { botInfo: { id: 1, is_bot: true, first_name: 'A', username: 'a' } as never })
  bot.api.config.use(
    refuseCalls({
      answerCallbackQuery: async (payload) => void calls.push(['answer', payload]),
      sendChatAction: async (payload) => void calls.push(['action', payload]),
    }),
  )
  bot.use(handler)
  const from = { id: 5, is_bot: false, first_name: 'О' }
  const message = { message_id: 1, date: 1, chat: { id: 5, type: 'private', first_name: 'О' } }
  const query = { id: 'q', from, chat_instance: 'c', data: 'x', message }
  await bot.handleUpdate({ update_id: 1, callback_query: query } as Update)
  return calls
}

describe('calls inside the transaction of an update', () => {
  it.each<[string, (ctx: Context) => Promise<unknown>]>([
    ['sendMessage', (ctx) => ctx.reply('hello')],
    ['editMessageText', (ctx) => ctx.editMessageText('hello')],
    ['deleteMessage', (ctx) => ctx.api.deleteMessage(5, 1)],
    ['getMe', (ctx) => ctx.api.getMe()],
  ])('%s is refused', async (method, handler) => {
    await expect(run(handler)).rejects.toThrow(
      `${method} was called inside the transaction of an update: collect a reply instead`,
    )
  })

  it('the two courtesies go out at once', async () => {
    const calls = await run(async (ctx) => {
      await ctx.answerCallbackQuery({ text: 'ok' })
      await ctx.replyWithChatAction('typing')
    })
    expect(calls).toEqual([
      ['answer', { callback_query_id: 'q', text: 'ok' }],
      ['action', { chat_id: 5, action: 'typing' }],
    ])
  })
})
