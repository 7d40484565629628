import type { Heartbeats } from '@abitly/runtime'
import { describe, expect, it } from 'vitest'
import { judgeHeartbeats } from './judge-heartbeats.ts'

const NOW = 1_800_000_000
/** A fleet by how many seconds ago each process was heard: `{ 'worker:worker-1': 10 }`. */
function fleet(
  ages: Record<string, number>,
  more: Partial<Heartbeats> & { listening?: number } = {},
): Heartbeats {
  const beats = Object.entries(ages).map(([name, age]) => {
    const [service = '', instance = ''] = name.split(':')
    return { service, instance, at: NOW - age }
  })
  const services: Record<string, number> = {}
  for (const { service, at } of beats) services[service] = Math.max(at, services[service] ?? 0)
  const { listening = 100_000, ...rest } = more
  return { now: NOW, since: NOW - listening, beats, services, ...rest }
}
const WITHOUT_WORKERS = { 'ingress:ingress-1': 3, 'scheduler:scheduler-1': 19 }
const WELL = { ...WITHOUT_WORKERS, 'worker:worker-1': 5 }
const found = (life: Heartbeats) => judgeHeartbeats(life).found
const ids = (life: Heartbeats) => found(life).map(({ id }) => id)

describe('silence', () => {
  it.each<[string, Record<string, number>, string[]]>([
    ['nobody', WELL, []],
    ['one for 299 s', { ...WELL, 'worker:worker-2': 299 }, []],
    ['one for 300 s', { ...WELL, 'worker:worker-2': 300 }, ['instance:worker:worker-2']],
    [
      'two of different roles',
      { ...WELL, 'worker:worker-2': 400, 'ingress:ingress-2': 900 },
      ['instance:worker:worker-2', 'instance:ingress:ingress-2'],
    ],
    ['a role’s only process', { ...WELL, 'worker:worker-1': 301 }, ['role:worker']],
    [
      'all of a role: one condition, not one each too',
      { ...WELL, 'worker:worker-1': 301, 'worker:worker-2': 4_000 },
      ['role:worker'],
    ],
    ['a process of a role that nobody expects', { ...WELL, 'cron:cron-1': 301 }, ['instance:cron:cron-1']],
  ])('of %s', (_who, ages, expected) => expect(ids(fleet(ages))).toEqual(expected))

  it('of a role counts from its last sign, a goodbye included', () => {
    const stopped = (age: number) =>
      fleet(WITHOUT_WORKERS, { services: { ingress: NOW, scheduler: NOW, worker: NOW - age } })
    expect(ids(stopped(200))).toEqual([])
    expect(found(stopped(420))).toEqual([
      { kind: 'role', id: 'role:worker', ageMs: 420_000, service: 'worker', heard: true },
    ])
  })

  it('of a role that never gave a sign counts from when we began to listen', () => {
    expect(ids(fleet(WITHOUT_WORKERS, { listening: 299 }))).toEqual([])
    expect(found(fleet(WITHOUT_WORKERS, { listening: 300 }))).toEqual([
      { kind: 'role', id: 'role:worker', ageMs: 300_000, service: 'worker', heard: false },
    ])
  })

  it('is not held against anybody while nobody could be heard', () => {
    const all = Object.fromEntries(Object.keys(WELL).map((name) => [name, 4_000]))
    expect(ids(fleet(all, { listening: 0 }))).toEqual([])
    expect(ids(fleet(all, { listening: 300 }))).toHaveLength(3)
  })

  it('names who is left, and how long updates wait where it matters', () => {
    const life = fleet({ ...WELL, 'worker:w3': 59, 'worker:w2': 300, 'worker:w4': 200, 'ingress:i2': 300 })
    const { found: silent } = judgeHeartbeats(life, { oldestMs: 2_000 })
    const common = { kind: 'instance', ageMs: 300_000 }
    expect(silent).toEqual([
      {
        ...{ ...common, id: 'instance:worker:w2', service: 'worker', instance: 'w2' },
        ...{ left: ['w3', 'worker-1'], oldestMs: 2_000 },
      },
      { ...common, id: 'instance:ingress:i2', service: 'ingress', instance: 'i2', left: ['ingress-1'] },
    ])
  })

  it('keeps a colon in the name of a process', () => {
    const beat = { service: 'worker', instance: 'a:b', at: NOW - 301 }
    const life = { ...fleet(WELL), beats: [...fleet(WELL).beats, beat] }
    const { found: silent, checked } = judgeHeartbeats(life)
    expect(silent).toMatchObject([{ id: 'instance:worker:a:b', instance: 'a:b' }])
    expect(checked('instance:worker:a:b')).toBe(true)
  })
})

describe('an alert about silence', () => {
  const judge = (life: Heartbeats) => judgeHeartbeats(life)

  it('ends when the process, or the role, is heard', () => {
    const { checked, gone } = judge(fleet(WELL))
    expect(checked('instance:worker:worker-1')).toBe(true)
    expect(gone?.('instance:worker:worker-1')).toBe(false)
    expect(checked('role:worker')).toBe(true)
  })

  it('ends differently when the process has said goodbye or is forgotten', () => {
    const { checked, gone } = judge(fleet(WELL))
    expect([checked('instance:worker:worker-9'), gone?.('instance:worker:worker-9')]).toEqual([true, true])
  })

  it('about one process does not end because the others fall silent too', () => {
    const { checked } = judge(fleet({ ...WELL, 'worker:worker-1': 301, 'worker:worker-2': 900 }))
    expect(checked('instance:worker:worker-2')).toBe(false)
    expect(checked('instance:worker:worker-9')).toBe(false)
    expect(checked('role:worker')).toBe(true)
  })

  it('does not end because nobody could be heard for a while', () => {
    const { found: silent, checked } = judge(fleet({ ...WELL, 'worker:worker-1': 4_000 }, { listening: 10 }))
    expect(silent).toEqual([])
    expect(checked('role:worker')).toBe(false)
    expect(checked('role:ingress')).toBe(true)
    expect(checked('instance:worker:worker-1')).toBe(false)
  })

  it('is the only kind that this look can end', () => {
    const { checked } = judge(fleet(WELL))
    expect(['webhook', 'backlog', 'dead-letters', 'role:cron', 'role'].filter(checked)).toEqual([])
  })
})
