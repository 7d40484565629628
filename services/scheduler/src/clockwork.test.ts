import { createLogger, createMetrics, systemClock } from '@abitly/runtime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startClockwork } from './clockwork.ts'
import type { Clockwork } from './clockwork.ts'
import type { Schedule } from './schedules.ts'

const PATIENCE = { timeout: 10_000, interval: 20 }
const logger = createLogger({ service: 'test', level: 'silent' })
let started: Clockwork[] = []
let metrics: ReturnType<typeof createMetrics>
let runs: ReturnType<typeof counter>

const counter = () => metrics.counter('bot_schedule_runs_total', 'Runs', ['task', 'outcome'])
const everySecond = (name: string, run: () => Promise<void>): Schedule => ({ name, cron: '* * * * * *', run })

function start(list: readonly Schedule[], leads = () => true): Clockwork {
  const clockwork = startClockwork(list, { timeZone: 'Europe/Kyiv', leads, runs, logger })
  started.push(clockwork)
  return clockwork
}

const beats = (task: { mock: { calls: unknown[] } }, times: number) =>
  vi.waitFor(() => expect(task.mock.calls.length).toBeGreaterThanOrEqual(times), PATIENCE)

beforeEach(() => {
  metrics = createMetrics('scheduler', systemClock)
  runs = counter()
})
afterEach(async () => {
  await Promise.all(started.map((clockwork) => clockwork.stop()))
  started = []
})

describe('the clockwork', { timeout: 20_000 }, () => {
  it('fires in the leader only', async () => {
    const leader = vi.fn(() => Promise.resolve())
    const follower = vi.fn(() => Promise.resolve())
    start([everySecond('task', follower)], () => false)
    start([everySecond('task', leader)])
    await beats(leader, 2)
    expect(follower).not.toHaveBeenCalled()
  })

  it('fires no more in a replica that has lost the lead, and again when it has it back', async () => {
    let leading = true
    const heartbeat = vi.fn(() => Promise.resolve())
    const task = vi.fn(() => Promise.resolve())
    start([everySecond('heartbeat', heartbeat)])
    start([everySecond('task', task)], () => leading)
    await beats(task, 1)
    leading = false
    const before = task.mock.calls.length
    await beats(heartbeat, heartbeat.mock.calls.length + 2)
    expect(task).toHaveBeenCalledTimes(before)
    leading = true
    await beats(task, before + 1)
  })

  it('counts a task that fails, fires it again, and lets the others run', async () => {
    const broken = vi.fn(() => Promise.reject(new Error('broken')))
    const sound = vi.fn(() => Promise.resolve())
    start([everySecond('broken', broken), everySecond('sound', sound)])
    await Promise.all([beats(broken, 2), beats(sound, 2)])
    const { text } = await metrics.expose()
    expect(text).toMatch(
      /bot_schedule_runs_total\{task="broken",outcome="failed",service="scheduler"\} [2-9]/,
    )
    expect(text).toMatch(/bot_schedule_runs_total\{task="sound",outcome="done",service="scheduler"\} [2-9]/)
    expect(text).not.toMatch(/task="broken",outcome="done"/)
  })

  it('does not begin a run while the last one goes on', async () => {
    let finish: () => void = () => undefined
    const slow = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    const heartbeat = vi.fn(() => Promise.resolve())
    start([everySecond('slow', slow), everySecond('heartbeat', heartbeat)])
    await beats(slow, 1)
    await beats(heartbeat, heartbeat.mock.calls.length + 2)
    expect(slow).toHaveBeenCalledOnce()
    finish()
  })

  it('stops after the run in flight, and fires nothing more', async () => {
    let finish: () => void = () => undefined
    let stopped = false
    const slow = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    const clockwork = start([everySecond('slow', slow)])
    await beats(slow, 1)
    const stopping = clockwork.stop().then(() => (stopped = true))
    const heartbeat = vi.fn(() => Promise.resolve())
    start([everySecond('heartbeat', heartbeat)])
    await beats(heartbeat, 2)
    expect(stopped).toBe(false)
    finish()
    await stopping
    expect(slow).toHaveBeenCalledOnce()
  })
})
