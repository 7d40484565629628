import { fixedClock } from '@abitly/testing'
import { describe, expect, it } from 'vitest'
import { bar, createProgress } from './progress.ts'

const START = new Date('2026-07-24T10:00:00Z')

function shown(atTerminal: boolean) {
  const clock = fixedClock(START)
  const lines: string[] = []
  const drawn: string[] = []
  const io = { env: {}, out: (line: string) => void lines.push(line), err: () => undefined }
  const draw = (text: string) => void drawn.push(text)
  const progress = createProgress('list.csv', atTerminal ? { ...io, draw } : io, clock)
  const at = (ms: number): void => clock.set(new Date(START.getTime() + ms))
  return { progress, lines, drawn, at }
}

describe('the progress of an import', () => {
  it('is a bar on a terminal, which is taken away at the end', () => {
    const { progress, lines, drawn, at } = shown(true)
    at(100)
    progress.show(2_000, 0.5)
    progress.show(2_001, 0.5)
    progress.end()
    expect(drawn).toEqual(['list.csv [############............] 50 %, 2000 rows', ''])
    expect(lines).toEqual([])
  })

  it('is a line every few seconds elsewhere', () => {
    const { progress, lines, at } = shown(false)
    for (const ms of [1_000, 4_999, 5_000, 6_000, 10_000]) {
      at(ms)
      progress.show(ms, ms / 20_000)
    }
    progress.end()
    expect(lines).toEqual(['list.csv: 25 %, 5000 rows', 'list.csv: 50 %, 10000 rows'])
  })

  it('never passes its end', () => {
    expect(bar(1.2)).toBe(`[${'#'.repeat(24)}]`)
  })
})
