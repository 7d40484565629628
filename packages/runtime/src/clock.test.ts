import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pause } from './clock.ts'

describe('pause', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** Has the promise been settled by now? */
  async function isOver(promise: Promise<void>): Promise<boolean> {
    return await Promise.race([
      promise.then(() => true),
      Promise.resolve().then(() => Promise.resolve(false)),
    ])
  }

  it('lasts as long as it was told', async () => {
    const over = pause(1_000)
    await vi.advanceTimersByTimeAsync(999)
    expect(await isOver(over)).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await isOver(over)).toBe(true)
  })

  it('ends when its signal aborts, and leaves no timer behind', async () => {
    const controller = new AbortController()
    const over = pause(60_000, controller.signal)
    controller.abort()
    await over
    expect(vi.getTimerCount()).toBe(0)
  })

  it('does not begin when its signal has aborted before', async () => {
    await pause(60_000, AbortSignal.abort())
    expect(vi.getTimerCount()).toBe(0)
  })

  it('leaves no listener behind: one signal outlives thousands of pauses', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    const over = pause(1, signal)
    await vi.advanceTimersByTimeAsync(1)
    await over
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length)
  })
})
