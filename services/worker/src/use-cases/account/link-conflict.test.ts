import { describe, expect, it } from 'vitest'
import { isCovered, linkStanding } from './link-conflict.ts'

describe('how a chat and an account stand to one another', () => {
  it.each([
    [null, null, 'free'],
    ['me', null, 'linked'],
    ['me', 1n, 'linked'],
    [null, 2n, 'account-taken'],
    ['other', null, 'chat-taken'],
    ['other', 2n, 'both-taken'],
  ])('chat linked to %s, account linked to %s: %s', (chatAccount, accountChat, expected) => {
    expect(linkStanding({ chatId: 1n, chatAccount, account: 'me', accountChat })).toBe(expected)
  })
})

describe('an answer to a question', () => {
  it.each([
    ['chat-taken', 'chat-taken', true],
    ['chat-taken', 'account-taken', false],
    ['account-taken', 'chat-taken', false],
    ['both-taken', 'chat-taken', false],
    ['both-taken', 'both-taken', true],
    ['chat-taken', 'both-taken', true],
  ] as const)('%s, when %s was asked, is agreed to: %s', (found, asked, expected) => {
    expect(isCovered(found, asked)).toBe(expected)
  })
})
