import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMetrics } from './metrics.ts'

let now = new Date('2026-07-24T09:40:00Z')
const clock = { now: () => now }
const page = async (metrics: ReturnType<typeof createMetrics>) => (await metrics.expose()).text

afterEach(() => void vi.useRealTimers())

describe('createMetrics', () => {
  it('labels everything with the service', async () => {
    const metrics = createMetrics('shop', clock)
    metrics.counter('sold_total', 'Things sold', ['kind']).inc({ kind: 'apple' })
    expect(await page(metrics)).toContain('sold_total{kind="apple",service="shop"} 1')
  })

  it('tells how long the process runs', async () => {
    const metrics = createMetrics('shop', clock)
    now = new Date(now.getTime() + 90_000)
    expect(await page(metrics)).toContain('bot_uptime_seconds{service="shop"} 90')
  })

  it('keeps two services of one process apart', async () => {
    createMetrics('one', clock).counter('a_total', 'A').inc()
    expect(await page(createMetrics('two', clock))).not.toContain('a_total')
  })

  it('asks for a gauge when the page is read', async () => {
    const metrics = createMetrics('shop', clock)
    let queue = 3
    metrics.gauge('queue', 'People waiting', [], (gauge) => gauge.set(queue))
    queue = 5
    expect(await page(metrics)).toContain('queue{service="shop"} 5')
  })

  it.each<[string, () => Promise<void>]>([
    ['rejects', () => Promise.reject(new Error('away'))],
    [
      'throws',
      () => {
        throw new Error('away')
      },
    ],
  ])('leaves a gauge empty whose source %s, and shows the rest', async (_how, source) => {
    const metrics = createMetrics('shop', clock)
    metrics.gauge('plain', 'Without labels', [], source)
    metrics.gauge('labelled', 'With labels', ['kind'], source).set({ kind: 'apple' }, 1)
    metrics.counter('sold_total', 'Things sold').inc()
    const text = await page(metrics)
    expect(text).not.toMatch(/^(plain|labelled)\{/m)
    expect(text).toContain('sold_total{service="shop"} 1')
  })

  it('does not wait for a source that never answers', async () => {
    vi.useFakeTimers()
    const metrics = createMetrics('shop', clock)
    metrics.gauge('frozen', 'Never answers', [], () => new Promise(() => undefined))
    const text = page(metrics)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await text).not.toMatch(/^frozen\{/m)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('shows a gauge again once its source is back', async () => {
    const metrics = createMetrics('shop', clock)
    let away = true
    metrics.gauge('queue', 'People waiting', [], async (gauge) => {
      if (away) throw new Error('away')
      gauge.set(4)
    })
    expect(await page(metrics)).not.toMatch(/^queue\{/m)
    away = false
    expect(await page(metrics)).toContain('queue{service="shop"} 4')
  })
})
