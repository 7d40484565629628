import { describe, expect, it } from 'vitest'
import type { Campaign } from '@abitly/database'
import { sendingRate } from './sending-rate.ts'

const NOW = new Date('2026-07-24T11:03:21Z')
const ago = (seconds: number): Date => new Date(NOW.getTime() - seconds * 1000)
const card = (done: number, seconds: number): Campaign['card'] => ({
  chatId: 5n,
  messageId: 7,
  done,
  at: ago(seconds),
})

describe('sendingRate', () => {
  it.each<[string, Partial<Campaign>, number | null]>([
    ['since the card was drawn', { card: card(328, 3), plannedAt: ago(60) }, 28],
    ['since it began, without a card', { plannedAt: ago(20) }, 20.6],
    ['since it began, when the card is quite new', { card: card(400, 0.5), plannedAt: ago(20) }, 20.6],
    ['since it began, when the card is old', { card: card(0, 61), plannedAt: ago(206) }, 2],
    ['since it began, when nothing moved', { card: card(412, 3), plannedAt: ago(20) }, 20.6],
    ['not at all in its first second', { plannedAt: ago(0.2) }, null],
    ['not at all while it is paused', { state: 'paused', plannedAt: ago(20) }, null],
    ['not at all before it is planned', { state: 'planning', plannedAt: null }, null],
  ])('%s', (_name, change, expected) => {
    expect(sendingRate({ state: 'running', card: null, plannedAt: null, ...change }, 412, NOW)).toBe(expected)
  })

  it('not before anybody got anything', () => {
    expect(sendingRate({ state: 'running', card: null, plannedAt: ago(20) }, 0, NOW)).toBeNull()
  })
})
