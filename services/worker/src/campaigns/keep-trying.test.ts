import { defineFault } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepTrying } from './keep-trying.ts'

const away = defineFault('TEST_AWAY', 'away', { environment: true })
const patience = (signal = new AbortController().signal) => ({
  patienceMs: 60_000,
  stoppingMs: 10_000,
  signal,
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** Fails so many times, then answers. */
function failing(times: number, error: unknown = away()) {
  let left = times
  return vi.fn(async () => {
    left -= 1
    if (left >= 0) throw error
    return 'done'
  })
}

/** Runs until it ended; the time it took, in seconds. */
async function ended(work: Promise<unknown>) {
  const startedAt = performance.now()
  const end = work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  const state = { over: false }
  void end.then(() => (state.over = true))
  while (!state.over) await vi.advanceTimersByTimeAsync(100)
  return { ...(await end), seconds: (performance.now() - startedAt) / 1000 }
}

describe('bookkeeping that must not be lost', () => {
  it('is tried until it works', async () => {
    const work = failing(5)
    expect(await ended(keepTrying(work, patience()))).toMatchObject({ value: 'done' })
    expect(work).toHaveBeenCalledTimes(6)
  })

  it('is given up when the surroundings stay away', async () => {
    const { seconds, ...end } = await ended(keepTrying(failing(1_000), patience()))
    expect(end).toMatchObject({ error: { code: 'TEST_AWAY' } })
    expect(seconds).toBeGreaterThan(60)
    expect(seconds).toBeLessThan(65)
  })

  it('does not hold a stopping process for as long', async () => {
    const { seconds } = await ended(keepTrying(failing(1_000), patience(AbortSignal.abort())))
    expect(seconds).toBeGreaterThan(10)
    expect(seconds).toBeLessThan(15)
  })

  it('is not tried again when it is the work itself that fails', async () => {
    const work = failing(1, new Error('a bug'))
    expect(await ended(keepTrying(work, patience()))).toMatchObject({ error: { message: 'a bug' } })
    expect(work).toHaveBeenCalledTimes(1)
  })
})
