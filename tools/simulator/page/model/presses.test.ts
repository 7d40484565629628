import { describe, expect, it } from 'vitest'
import { accepted, answered, isWaiting, noPresses, pressed, PRESS_EXPIRY_MS, released } from './presses.ts'

const A = { chatId: 3, messageId: 1, data: 'a' }
const B = { chatId: 3, messageId: 1, data: 'b' }

describe('presses', () => {
  it('wait until their own answer comes', () => {
    const both = accepted(accepted(pressed(pressed(noPresses(), A, 0), B, 0), A, 'q1'), B, 'q2')
    expect([isWaiting(both, A), isWaiting(both, B)]).toEqual([true, true])
    const one = answered(both, 'q1')
    expect([isWaiting(one, A), isWaiting(one, B)]).toEqual([false, true])
  })

  it('end when the answer overtakes the reply to the press itself', () => {
    const early = answered(pressed(noPresses(), A, 0), 'q1')
    expect(isWaiting(early, A)).toBe(true)
    const late = accepted(early, A, 'q1')
    expect(isWaiting(late, A)).toBe(false)
    expect(late.early).toEqual([])
  })

  it('end when the server refuses them', () => {
    expect(isWaiting(released(pressed(noPresses(), A, 0), A), A)).toBe(false)
  })

  it('are let go once their update has expired', () => {
    expect(isWaiting(pressed(pressed(noPresses(), A, 0), B, PRESS_EXPIRY_MS), A)).toBe(false)
  })

  it('remember only a few answers that belong to nobody', () => {
    const many = Array.from({ length: 50 }, (_, index) => String(index)).reduce(answered, noPresses())
    expect(many.early).toHaveLength(20)
  })
})
