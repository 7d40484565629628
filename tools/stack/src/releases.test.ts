import { describe, expect, it } from 'vitest'
import { createReleases } from './releases.ts'

describe('releases', () => {
  it('run in reverse order, also when one fails', async () => {
    const done: string[] = []
    const releases = createReleases((name) => done.push(`${name} failed`))
    releases.own({ name: 'database', stop: () => done.push('database') })
    releases.own({ name: 'redis', stop: () => Promise.reject(new Error('stuck')) })
    releases.own({ name: 'workers', stop: () => done.push('workers') })
    await releases.stopAll()
    expect(done).toEqual(['workers', 'redis failed', 'database'])
  })

  it('kill what a stop is still waiting for', async () => {
    let killed = false
    const releases = createReleases(() => undefined)
    releases.own({ name: 'workers', stop: () => new Promise(() => undefined), kill: () => (killed = true) })
    void releases.stopAll()
    await releases.killAll()
    expect(killed).toBe(true)
  })
})
