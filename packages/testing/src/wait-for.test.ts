import { describe, expect, it } from 'vitest'
import { waitFor } from './wait-for.ts'

describe('waitFor', () => {
  it('returns the first truthy value', async () => {
    let calls = 0
    await expect(
      waitFor(() => (calls += 1) > 2 && calls, { what: 'three calls', intervalMs: 1 }),
    ).resolves.toBe(3)
  })

  it('takes a condition that throws as not yet met', async () => {
    let calls = 0
    const condition = (): string => {
      calls += 1
      if (calls < 3) throw new Error('refused')
      return 'connected'
    }
    await expect(waitFor(condition, { what: 'a connection', intervalMs: 1 })).resolves.toBe('connected')
  })

  it('names what was awaited and the last value', async () => {
    const waiting = waitFor(() => 0, { what: 'the queue to fill', timeoutMs: 5, intervalMs: 1 })
    await expect(waiting).rejects.toThrow('Waited 5 ms for the queue to fill; last value: 0')
  })

  it('names the last error', async () => {
    const condition = (): never => {
      throw new Error('port closed')
    }
    const waiting = waitFor(condition, { what: 'the server', timeoutMs: 5, intervalMs: 1 })
    await expect(waiting).rejects.toThrow(/for the server; it threw Error: port closed/)
  })
})
