import { describe, expect, it } from 'vitest'
import type { SimEvent, SimMessage } from '../page-api.ts'
import { applyEvent } from './apply-event.ts'
import type { PageState } from './page-state.ts'
import { applySnapshot, EMPTY_STATS, initialState } from './page-state.ts'

const NOW = 1_000_000

const message = (messageId: number, more: Partial<SimMessage> = {}): SimMessage => ({
  chatId: 3,
  messageId,
  from: 0,
  date: 1,
  text: String(messageId),
  ...more,
})

const after = (
  events: readonly SimEvent[],
  state: PageState = { ...initialState(), me: 3, chatId: 3 },
): PageState => events.reduce((next, event) => applyEvent(next, event, NOW), state)

const texts = (state: PageState, chatId = 3): (string | undefined)[] =>
  (state.messages.get(chatId) ?? []).map(({ text }) => text)

describe('applyEvent', () => {
  it('keeps messages in order, whatever order they come in, and each once', () => {
    const events = [2, 1, 3, 2].map((id): SimEvent => ({ type: 'message', message: message(id) }))
    expect(texts(after(events))).toEqual(['1', '2', '3'])
  })

  it('edits in place and marks as delivered', () => {
    const state = after([
      { type: 'message', message: message(1) },
      { type: 'message', message: message(2) },
      { type: 'edit', message: message(1, { text: 'new' }) },
      { type: 'delivered', chatId: 3, messageId: 2 },
    ])
    expect(texts(state)).toEqual(['new', '2'])
    expect(state.messages.get(3)?.[1]?.delivered).toBe(true)
  })

  it('deletes', () => {
    const messages = [1, 2].map((id): SimEvent => ({ type: 'message', message: message(id) }))
    expect(texts(after([...messages, { type: 'delete', chatId: 3, messageId: 1 }]))).toEqual(['2'])
    expect(texts(after([{ type: 'delete', chatId: 9, messageId: 1 }]), 9)).toEqual([])
  })

  it('counts what the bot says in chats that are not on the screen', () => {
    const state = after([
      { type: 'message', message: message(1) },
      { type: 'message', message: message(2, { chatId: 4 }) },
      { type: 'message', message: message(3, { chatId: 4, from: 4 }) },
      { type: 'message', message: message(4, { chatId: 4 }) },
    ])
    expect([...state.unread]).toEqual([[4, 2]])
  })

  it('shows an action for five seconds, until it is over, or until the bot speaks', () => {
    const typing = after([{ type: 'action', chatId: 3, action: 'typing' }])
    expect(typing.actions.get(3)).toEqual({ action: 'typing', until: NOW + 5000 })
    expect(after([{ type: 'action', chatId: 3, action: '' }], typing).actions.size).toBe(0)
    expect(after([{ type: 'message', message: message(1) }], typing).actions.size).toBe(0)
    expect(after([{ type: 'message', message: message(1, { from: 3 }) }], typing).actions.size).toBe(1)
  })

  it('keeps the newest rows of the panel first, and not for ever', () => {
    const call = (id: number): SimEvent => ({
      type: 'call',
      call: { id, at: 0, method: 'sendMessage', ok: true, ms: 1, payload: {} },
    })
    const state = after(Array.from({ length: 250 }, (_, id) => call(id)))
    expect([state.calls[0]?.id, state.calls.length]).toEqual([249, 200])
  })

  it('updates a delivery where it stands', () => {
    const delivery = { kind: 'message', attempts: 1, state: 'pending', at: 0 } as const
    const state = after([
      { type: 'delivery', delivery: { ...delivery, updateId: 1 } },
      { type: 'delivery', delivery: { ...delivery, updateId: 2 } },
      { type: 'delivery', delivery: { ...delivery, updateId: 1, state: 'delivered' } },
    ])
    expect(state.deliveries.map(({ updateId, state }) => `${String(updateId)} ${state}`)).toEqual([
      '2 pending',
      '1 delivered',
    ])
  })

  it('forgets everything but the people after a reset', () => {
    const user = { id: 3, firstName: 'О', languageCode: 'uk', isAdmin: false, blocked: false, started: true }
    const state = after([{ type: 'user', user }, { type: 'message', message: message(1) }, { type: 'reset' }])
    expect(state.messages.size).toBe(0)
    expect(state.users).toEqual([user])
  })
})

describe('applySnapshot', () => {
  const snapshot = {
    bot: { id: 1, username: 'abitly_bot', firstName: 'Abitly', commands: [] },
    users: [],
    crowd: { ...initialState().crowd, size: 600 },
    chats: [],
    messages: { '3': [message(7)] },
    webhook: { url: '', pending: 0 },
    faults: [],
    violations: [],
    stats: EMPTY_STATS,
  }
  const before = after([
    { type: 'message', message: message(1) },
    { type: 'message', message: message(2, { chatId: 4 }) },
  ])

  it('replaces the chats it brings and keeps the others', () => {
    const state = applySnapshot(before, snapshot, false)
    expect([texts(state), texts(state, 4)]).toEqual([['7'], ['2']])
    expect([...state.loaded]).toEqual([3])
    expect(state.crowd.size).toBe(600)
  })

  it('forgets the others after a broken connection: what happened there is unknown', () => {
    expect(texts(applySnapshot(before, snapshot, true), 4)).toEqual([])
  })
})
