import { describe, expect, it, vi } from 'vitest'
import { createLine } from './line.ts'

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let finish: () => void = () => undefined
  const done = new Promise<void>((resolve) => (finish = resolve))
  const run = async (): Promise<string> => {
    log.push(name)
    await done
    return name
  }
  return { run, finish: () => finish() }
}

describe('a line', () => {
  it('runs as many at once as it has places, the others in their order', async () => {
    const log: string[] = []
    const line = createLine(2)
    const jobs = ['a', 'b', 'c', 'd'].map((name) => work(log, name))
    const ends = jobs.map(({ run }) => line(run))
    await Promise.resolve()
    expect(log).toEqual(['a', 'b'])
    jobs[1]?.finish()
    expect(await ends[1]).toBe('b')
    await vi.waitFor(() => expect(log).toEqual(['a', 'b', 'c']))
    for (const job of jobs) job.finish()
    expect(await Promise.all(ends)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('goes on after a failure', async () => {
    const line = createLine(1)
    const failed = line(() => Promise.reject(new Error('no')))
    const next = line(() => Promise.resolve('next'))
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('next')
  })
})
