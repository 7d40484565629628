import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Update } from 'grammy/types'
import { withTyping } from './typing.ts'

const UPDATE = {
  update_id: 1,
  message: { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, from: { id: 5 }, text: 'x' },
} as Update

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function workFor(ms: number, update: Update, fails = false): Promise<unknown[]> {
  const shown: unknown[] = []
  const api = {
    answerCallbackQuery: () => Promise.resolve(),
    sendChatAction: (payload: unknown) => {
      shown.push(payload)
      return fails ? Promise.reject(new Error('away')) : Promise.resolve()
    },
  }
  const done = withTyping(update, api, () => new Promise((resolve) => setTimeout(resolve, ms)))
  await vi.advanceTimersByTimeAsync(ms + 2000)
  await done
  return shown
}

describe('typing', () => {
  it('is shown when the work takes long', async () => {
    expect(await workFor(701, UPDATE)).toEqual([{ chat_id: 5, action: 'typing' }])
  })

  it('is not shown when the answer comes soon', async () => {
    expect(await workFor(699, UPDATE)).toEqual([])
  })

  it('is shown to nobody when nobody waits', async () => {
    expect(await workFor(5000, { update_id: 1 })).toEqual([])
  })

  it('fails nothing when Telegram is away', async () => {
    expect(await workFor(5000, UPDATE, true)).toHaveLength(1)
  })
})
