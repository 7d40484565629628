import { describe, expect, it } from 'vitest'
import { TIMETABLE } from '@abitly/schedule'
import { chooseSlot } from './chosen-slot.ts'

const KYIV = 'Europe/Kyiv'
const NOW = new Date('2027-01-24T10:00:00Z')
const PRUNE = TIMETABLE['ledger-prune']
const choose = (given?: string) => chooseSlot(PRUNE, given, KYIV, NOW)

describe('the slot that is meant', () => {
  it.each([
    ['the latest, when none is named', undefined],
    ['by the clocks of the zone', '2027-01-24T04:10'],
    ['the same with a space', '2027-01-24 04:10'],
    ['as a moment', '2027-01-24T02:10:00Z'],
    ['as a moment with an offset', '2027-01-24T04:10:00+02:00'],
  ])('%s', (_name, given) => {
    expect(choose(given)).toEqual({ kind: 'slot', slot: new Date('2027-01-24T02:10:00Z') })
  })

  it('is an older one as well', () => {
    expect(choose('2026-07-24T04:10')).toEqual({ kind: 'slot', slot: new Date('2026-07-24T01:10:00Z') })
  })

  it('is none where the task has none: it names the neighbours', () => {
    expect(choose('2027-01-24T05:00')).toEqual({
      kind: 'no-slot',
      before: new Date('2027-01-24T02:10:00Z'),
      after: new Date('2027-01-25T02:10:00Z'),
    })
  })

  it('is none that lies ahead', () => expect(choose('2027-01-25T04:10')).toEqual({ kind: 'ahead' }))

  it.each(['tomorrow', '2027-01-24', '2027-01-24T04:10:00', '04:10', ''])('is none in %j', (given) => {
    expect(choose(given)).toEqual({ kind: 'unreadable' })
  })
})
