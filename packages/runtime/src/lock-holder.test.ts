import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { describeLockHolder, holderHere, parseLockHolder } from './lock-holder.ts'

const NOW = new Date('2026-07-24T10:00:00.900Z')
const TS = Date.parse('2026-07-24T10:00:00Z') / 1000
const heldFor = (seconds: number): string =>
  JSON.stringify({ host: 'olha-laptop', pid: 4711, env: 'development', ts: TS - seconds, owner: 'x' })

describe('the holder of a lock', () => {
  it('is this process, host and environment, since when in UNIX seconds', () => {
    expect(holderHere('development', 'me', NOW)).toEqual({
      host: hostname(),
      pid: process.pid,
      env: 'development',
      ts: TS,
      owner: 'me',
    })
  })

  it('is read as it was written', () => {
    const holder = holderHere('development', 'me', NOW)
    expect(parseLockHolder(JSON.stringify(holder))).toEqual(holder)
  })

  it.each([
    [0, '0 s'],
    [119, '119 s'],
    [120, '2 min'],
    [7_199, '119 min'],
    [7_200, '2 h'],
    [172_800, '2 days'],
    // Clocks of two machines differ.
    [-5, '0 s'],
  ])('of %i seconds is told to people', (seconds, told) => {
    const text = describeLockHolder(heldFor(seconds), NOW)
    expect(text).toBe(`process 4711 on olha-laptop (development) for ${told}`)
  })

  it.each(['', 'olha', 'null', '[]', '{"host":"x"}', '{"host":1,"pid":1,"env":"","ts":1,"owner":""}'])(
    'is nobody we can name when the lock says %j',
    (value) => {
      expect(parseLockHolder(value)).toBeNull()
      expect(describeLockHolder(value, NOW)).toBe('somebody whose entry cannot be read')
    },
  )
})
