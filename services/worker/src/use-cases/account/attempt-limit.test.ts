import { describe, expect, it } from 'vitest'
import { nextAttemptAt, withFailure } from './attempt-limit.ts'

const at = (time: string): Date => new Date(`2026-07-24T${time}:00Z`)

describe('a chat that guesses', () => {
  it('is stopped by its tenth bad token within an hour, until the first of them is an hour old', () => {
    let failures: Date[] = []
    for (let minute = 10; minute < 20; minute += 1) {
      const now = at(`09:${minute}`)
      expect(nextAttemptAt(failures, now)).toBeNull()
      failures = withFailure(failures, now)
    }
    expect(nextAttemptAt(failures, at('09:20'))).toEqual(at('10:10'))
    expect(nextAttemptAt(failures, at('10:09'))).toEqual(at('10:10'))
    expect(nextAttemptAt(failures, at('10:10'))).toBeNull()
    failures = withFailure(failures, at('10:10'))
    expect(nextAttemptAt(failures, at('10:10'))).toEqual(at('10:11'))
  })

  it('is remembered by ten moments at most, and those of long ago are forgotten', () => {
    const old = Array.from({ length: 30 }, () => at('09:00'))
    expect(withFailure(old, at('09:30'))).toHaveLength(10)
    expect(withFailure(old, at('10:00'))).toEqual([at('10:00')])
  })
})
