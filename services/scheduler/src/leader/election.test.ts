import { createLogger } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createElection } from './election.ts'
import type { Election } from './election.ts'

const LEASE_MS = 9_000
/** Renewals come every 3 s, give or take a tenth. */
const A_ROUND = 3_300
const logger = createLogger({ service: 'test', level: 'silent' })
const lease = {
  hold: vi.fn<() => Promise<string>>(),
  release: vi.fn<() => Promise<boolean>>(),
}
const takeOver = vi.fn<() => Promise<void>>()
let election: Election
let stopper: AbortController
let term: Promise<void>

beforeEach(async () => {
  vi.useFakeTimers()
  stopper = new AbortController()
  lease.hold.mockReset().mockResolvedValue('us')
  lease.release.mockReset().mockResolvedValue(true)
  takeOver.mockReset().mockResolvedValue(undefined)
  election = createElection(
    { lease, owner: 'us', takeOver, logger },
    { leaseMs: LEASE_MS, renewEveryMs: 3_000 },
  )
  expect(election.leads()).toBe(false)
  term = election.run(stopper.signal)
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(async () => {
  stopper.abort()
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
})

describe('a leader', () => {
  it('leads from the start, and for as long as its renewals succeed', async () => {
    for (let round = 0; round < 20; round += 1) {
      expect(election.leads()).toBe(true)
      await vi.advanceTimersByTimeAsync(A_ROUND)
    }
  })

  it('stops at the first renewal that fails', async () => {
    lease.hold.mockRejectedValue(new Error('Command timed out'))
    await vi.advanceTimersByTimeAsync(A_ROUND)
    expect(election.leads()).toBe(false)
  })

  it('stops when the lease is somebody else’s', async () => {
    lease.hold.mockResolvedValue('another')
    await vi.advanceTimersByTimeAsync(A_ROUND)
    expect(election.leads()).toBe(false)
  })

  it('stops by its own clock when a renewal never answers, not later than the lease can end', async () => {
    lease.hold.mockReturnValue(new Promise(() => undefined))
    await vi.advanceTimersByTimeAsync(LEASE_MS - 1)
    expect(election.leads()).toBe(true)
    await vi.advanceTimersByTimeAsync(1)
    expect(election.leads()).toBe(false)
  })

  it('counts the lease from before it asked, not from when the answer came', async () => {
    lease.hold.mockImplementation(
      () => new Promise((resolve) => setTimeout(() => resolve('us'), LEASE_MS + 1_000)),
    )
    await vi.advanceTimersByTimeAsync(A_ROUND + LEASE_MS + 1_000)
    expect(election.leads()).toBe(false)
  })

  it('leads again when its lease turns out to be its own still', async () => {
    lease.hold.mockRejectedValueOnce(new Error('Command timed out'))
    await vi.advanceTimersByTimeAsync(A_ROUND)
    expect(election.leads()).toBe(false)
    await vi.advanceTimersByTimeAsync(A_ROUND)
    expect(election.leads()).toBe(true)
  })

  it('hands over when it stops: it leads no more before it gives up the lease', async () => {
    let ledWhileReleasing = true
    lease.release.mockImplementation(async () => {
      ledWhileReleasing = election.leads()
      return true
    })
    stopper.abort()
    await term
    expect(lease.release).toHaveBeenCalledOnce()
    expect(ledWhileReleasing).toBe(false)
  })

  it('ends its term although the lease cannot be given up', async () => {
    lease.release.mockRejectedValue(new Error('Command timed out'))
    stopper.abort()
    await expect(term).resolves.toBeUndefined()
  })

  it('takes over once, before it leads, and again when it had lost the lead', async () => {
    expect(takeOver).toHaveBeenCalledOnce()
    lease.hold.mockRejectedValueOnce(new Error('Command timed out'))
    await vi.advanceTimersByTimeAsync(3 * A_ROUND)
    expect(election.leads()).toBe(true)
    expect(takeOver).toHaveBeenCalledTimes(2)
  })

  it('does not lead while it takes over, nor when that has lasted as long as its lease', async () => {
    lease.hold.mockRejectedValueOnce(new Error('Command timed out'))
    takeOver.mockImplementation(() => new Promise((resolve) => setTimeout(resolve, LEASE_MS + 1)))
    await vi.advanceTimersByTimeAsync(2 * A_ROUND)
    expect(takeOver).toHaveBeenCalledTimes(2)
    expect(election.leads()).toBe(false)
    await vi.advanceTimersByTimeAsync(LEASE_MS)
    expect(election.leads()).toBe(false)
  })
})

describe('a replica that cannot lead', () => {
  it('gives the lease up when it cannot take over, and lets the others try first', async () => {
    lease.hold.mockRejectedValueOnce(new Error('Command timed out'))
    takeOver.mockRejectedValueOnce(new Error('The database does not answer'))
    await vi.advanceTimersByTimeAsync(2 * A_ROUND)
    expect(election.leads()).toBe(false)
    expect(lease.release).toHaveBeenCalled()
    // It hears its own release, and does not jump at it.
    const tries = lease.hold.mock.calls.length
    election.tryNow()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(lease.hold).toHaveBeenCalledTimes(tries)
    await vi.advanceTimersByTimeAsync(A_ROUND)
    expect(election.leads()).toBe(true)
  })

  it('resigns at once, and sits out a round', async () => {
    await election.resign()
    election.tryNow()
    expect(election.leads()).toBe(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(election.leads()).toBe(false)
    await vi.advanceTimersByTimeAsync(2 * A_ROUND)
    expect(election.leads()).toBe(true)
  })

  it('knows who leads instead', async () => {
    lease.hold.mockResolvedValue('another')
    await vi.advanceTimersByTimeAsync(A_ROUND)
    expect(election.leader()).toBe('another')
  })

  it('tries at once when it hears that the lease is free', async () => {
    lease.hold.mockResolvedValue('another')
    await vi.advanceTimersByTimeAsync(A_ROUND)
    lease.hold.mockResolvedValue('us')
    election.tryNow()
    await vi.advanceTimersByTimeAsync(1)
    expect(election.leads()).toBe(true)
  })
})
