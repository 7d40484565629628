import { describe, expect, it } from 'vitest'
import { createErrorWatch } from './error-watch.ts'

const RUN = { id: 'c', changedAt: null }

/** Notes outcomes in order; true where one failed. @returns at which of them (from 1) the watch spoke up */
function watched(outcomes: readonly boolean[], watch = createErrorWatch()): number[] {
  return outcomes.flatMap((failed, index) => (watch.note(RUN, failed) ? [index + 1] : []))
}
const run = (failures: number, successes: number): boolean[] => [
  ...Array.from({ length: successes }, () => false),
  ...Array.from({ length: failures }, () => true),
]

describe('the error watch', () => {
  it('says nothing before it has seen twenty', () => expect(watched(run(19, 0))).toEqual([]))
  it('speaks up at the twentieth when all fail', () => expect(watched(run(20, 0))).toEqual([20]))
  it('lets a fifth of them fail', () => expect(watched(run(5, 20))).toEqual([]))
  it('speaks up when more than a fifth fail', () => expect(watched(run(6, 20))).toEqual([26]))
  it('looks at the last fifty only', () => expect(watched(run(11, 500))).toEqual([511]))
  it('speaks up once, then begins anew', () => expect(watched(run(39, 0))).toEqual([20]))

  it('tells campaigns apart', () => {
    const watch = createErrorWatch()
    watched(run(19, 0), watch)
    expect(watch.note({ ...RUN, id: 'other' }, true)).toBe(false)
  })

  it('begins anew when somebody has resumed the campaign: it may have been paused by another process', () => {
    const watch = createErrorWatch()
    watched(run(19, 0), watch)
    expect(watch.note({ ...RUN, changedAt: new Date(1) }, true)).toBe(false)
  })

  it('forgets a campaign that has stopped', () => {
    const watch = createErrorWatch()
    watched(run(19, 0), watch)
    watch.forget('c')
    expect(watch.note(RUN, true)).toBe(false)
  })
})
