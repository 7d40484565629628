import { createLogger, createMetrics, systemClock } from '@abitly/runtime'
import type { Redis } from '@abitly/runtime'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startPollingHeartbeat } from './heartbeat.ts'

const logger = createLogger({ service: 'test', level: 'silent' })
const NOW = Date.parse('2026-07-24T10:00:00Z') / 1000
const set = vi.fn<(key: string, value: number, ex: string, seconds: number) => Promise<string>>()
const del = vi.fn<(key: string) => Promise<number>>()
const redis = { set, del } as unknown as Redis
const lock = { held: vi.fn(() => true) }

beforeEach(() => {
  vi.useFakeTimers({ now: NOW * 1000 })
  set.mockReset().mockResolvedValue('OK')
  del.mockReset().mockResolvedValue(1)
  lock.held.mockReset().mockReturnValue(true)
})
afterEach(() => {
  vi.useRealTimers()
})

function start() {
  const metrics = createMetrics('test', systemClock)
  const gauge = metrics.gauge('beat', 'beat')
  const heartbeat = startPollingHeartbeat({ redis, gauge, logger, lock })
  const shown = async () => (await gauge.get()).values[0]?.value
  return { heartbeat, shown }
}

it('says every 20 s that the poller lives, and a day long when it did', async () => {
  const { heartbeat, shown } = start()
  await vi.advanceTimersByTimeAsync(40_000)
  expect(set.mock.calls).toEqual(
    [0, 20, 40].map((seconds) => ['bot_polling_heartbeat', NOW + seconds, 'EX', 86_400]),
  )
  expect(await shown()).toBe(NOW + 40)
  await heartbeat.stop()
})

it('goes on after Redis was away, and shows the age of the last beat that was heard', async () => {
  const { heartbeat, shown } = start()
  await vi.advanceTimersByTimeAsync(0)
  set.mockRejectedValueOnce(new Error('Redis is away'))
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await shown()).toBe(NOW)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(await shown()).toBe(NOW + 40)
  await heartbeat.stop()
})

it('says goodbye at a stop', async () => {
  const { heartbeat } = start()
  await vi.advanceTimersByTimeAsync(0)
  await heartbeat.stop()
  expect(del).toHaveBeenCalledExactlyOnceWith('bot_polling_heartbeat')
  await vi.advanceTimersByTimeAsync(60_000)
  expect(set).toHaveBeenCalledTimes(1)
})

it('neither beats nor says goodbye for whoever has the lock now', async () => {
  const { heartbeat } = start()
  await vi.advanceTimersByTimeAsync(0)
  lock.held.mockReturnValue(false)
  await vi.advanceTimersByTimeAsync(60_000)
  await heartbeat.stop()
  expect(set).toHaveBeenCalledTimes(1)
  expect(del).not.toHaveBeenCalled()
})
