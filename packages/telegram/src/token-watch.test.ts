import type { Logger } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchToken } from './token-watch.ts'
import type { TokenWatch } from './token-watch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  watch.close()
  vi.useRealTimers()
})
let watch: TokenWatch

/** A bot whose token is refused or not; `getMe` finds out, as the client does. */
function start(refused: boolean) {
  const state = { marked: refused, refused, away: false }
  const logger = { error: vi.fn(), info: vi.fn() }
  const onChange = vi.fn()
  const getMe = vi.fn(async () => {
    if (state.refused) throw new Error('401')
    state.marked = false
    return {} as never
  })
  const revoked = async () => {
    if (state.away) throw new Error('Redis is away')
    return state.marked
  }
  watch = watchToken({
    api: { getMe },
    limiter: { revoked },
    logger: logger as unknown as Logger,
    onChange,
    everyMs: 100,
  })
  return { state, logger, onChange, getMe }
}
const later = (rounds: number) => vi.advanceTimersByTimeAsync(rounds * 100)

describe('watchToken', () => {
  it('asks Telegram nothing while the token is accepted', async () => {
    const { getMe, onChange } = start(false)
    await later(5)
    expect(getMe).not.toHaveBeenCalled()
    expect(onChange).not.toHaveBeenCalled()
    expect(await watch.revoked()).toBe(false)
  })

  it('logs a refused token once, and asks until it is accepted', async () => {
    const { state, logger, onChange, getMe } = start(false)
    await later(1)
    state.marked = state.refused = true
    await later(4)
    expect(logger.error).toHaveBeenCalledTimes(1)
    expect(onChange.mock.calls).toEqual([[true]])
    expect(getMe.mock.calls.length).toBeGreaterThanOrEqual(3)
    expect(await watch.revoked()).toBe(true)

    state.refused = false
    await later(2)
    expect(onChange.mock.calls).toEqual([[true], [false]])
    expect(logger.info).toHaveBeenCalledTimes(1)
    expect(await watch.revoked()).toBe(false)
  })

  it('notices that another process has found it accepted', async () => {
    const { state, onChange } = start(true)
    await later(2)
    state.marked = state.refused = false
    await later(1)
    expect(onChange.mock.calls).toEqual([[true], [false]])
  })

  it('takes Redis being away for no news', async () => {
    const { state, onChange, logger } = start(true)
    await later(2)
    state.away = true
    await later(3)
    state.away = false
    await later(2)
    expect(onChange.mock.calls).toEqual([[true]])
    expect(logger.error).toHaveBeenCalledTimes(1)
  })

  it('ends', async () => {
    const { getMe } = start(true)
    await later(2)
    watch.close()
    getMe.mockClear()
    await later(5)
    expect(getMe).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })
})
