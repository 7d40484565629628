import { describe, expect, it } from 'vitest'
import { createEvents } from '../store/events.ts'
import { createFaults } from './faults.ts'

const call = { method: 'sendMessage', chatId: 1, bulk: false }

describe('faults', () => {
  it('hits so often and is gone', () => {
    const faults = createFaults(createEvents())
    faults.add({ kind: 'server-error', times: 2 })
    expect(faults.insteadOf(call)?.hits).toBe(1)
    expect(faults.list()).toHaveLength(1)
    expect(faults.insteadOf(call)?.kind).toBe('server-error')
    expect(faults.insteadOf(call)).toBeUndefined()
    expect(faults.list()).toEqual([])
  })

  it('stays until it is removed when no number is given', () => {
    const faults = createFaults(createEvents())
    const { id } = faults.add({ kind: 'html-body' })
    for (let n = 0; n < 10; n += 1) faults.insteadOf(call)
    expect(faults.list()[0]?.hits).toBe(10)
    expect(faults.remove(id)).toBe(true)
    expect(faults.remove(id)).toBe(false)
    expect(faults.insteadOf(call)).toBeUndefined()
  })

  it.each([
    [{ method: 'sendmessage' }, true],
    [{ method: 'sendphoto' }, false],
    [{ chatId: 1 }, true],
    [{ chatId: 2 }, false],
    [{ method: 'sendmessage', chatId: 2 }, false],
  ])('concerns the call it names: %j', (scope, hits) => {
    const faults = createFaults(createEvents())
    faults.add({ kind: 'unauthorized', ...scope })
    expect(faults.insteadOf(call) !== undefined).toBe(hits)
  })

  it('can wait for the next proactive send, whoever is answered before it', () => {
    const faults = createFaults(createEvents())
    faults.add({ kind: 'too-many-requests', bulk: true, retryAfter: 30, times: 1 })
    expect(faults.insteadOf(call)).toBeUndefined()
    expect(faults.insteadOf({ ...call, bulk: true })?.retryAfter).toBe(30)
    expect(faults.insteadOf({ ...call, bulk: true })).toBeUndefined()
  })

  it('blocks only calls about a chat', () => {
    const faults = createFaults(createEvents())
    faults.add({ kind: 'forbidden' })
    expect(faults.insteadOf({ method: 'getMe', bulk: false })).toBeUndefined()
    expect(faults.insteadOf(call)?.kind).toBe('forbidden')
  })

  it('keeps faults of deliveries away from calls', () => {
    const faults = createFaults(createEvents())
    faults.add({ kind: 'duplicate-delivery', chatId: 1, times: 1 })
    expect(faults.insteadOf(call)).toBeUndefined()
    expect(faults.takeForUpdate('duplicate-delivery', 2)).toBe(false)
    expect(faults.takeForUpdate('duplicate-delivery', 1)).toBe(true)
    expect(faults.takeForUpdate('duplicate-delivery', 1)).toBe(false)
  })
})
