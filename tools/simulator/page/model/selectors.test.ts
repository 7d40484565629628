import { describe, expect, it } from 'vitest'
import { initialState } from './page-state.ts'
import type { PageState } from './page-state.ts'
import { composerMode, currentCrowdId, groupsOf } from './selectors.ts'

const user = { id: 3, firstName: 'О', languageCode: 'uk', isAdmin: false, blocked: false, started: true }
const group = { id: -5, type: 'group', title: 'Вступ', members: [3] } as const

function state(change: Partial<typeof user>, more: Partial<PageState> = {}): PageState {
  return {
    ...initialState(),
    users: [{ ...user, ...change }],
    chats: [{ ...group, members: [3] }],
    me: 3,
    chatId: 3,
    ...more,
  }
}

describe('composerMode', () => {
  it.each([
    ['write', state({})],
    ['start', state({ started: false })],
    ['start', state({}, { pendingStart: 'link_x' })],
    ['blocked', state({ blocked: true }, { pendingStart: 'link_x' })],
    ['write', state({ started: false }, { chatId: -5 })],
    ['none', state({}, { me: 99 })],
  ])('is %s', (mode, given) => {
    expect(composerMode(given)).toBe(mode)
  })
})

it('knows when the person being played is one of the crowd', () => {
  expect(currentCrowdId(state({}))).toBe(0)
  expect(currentCrowdId(state({}, { users: [{ ...user, crowd: true }] }))).toBe(3)
})

describe('groupsOf', () => {
  it('lists the groups one belongs to', () => {
    expect(groupsOf(state({}), 3).map(({ id }) => id)).toEqual([-5])
    expect(groupsOf(state({}), 4)).toEqual([])
  })
})
