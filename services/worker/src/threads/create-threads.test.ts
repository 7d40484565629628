import { afterAll, describe, expect, it } from 'vitest'
import { sampleChart } from '../pictures/testing/sample-charts.ts'
import { createThreads } from './create-threads.ts'

const threads = createThreads(1)
afterAll(() => threads.close())

const PNG = [0x89, 0x50, 0x4e, 0x47]
const render = (timeoutMs: number, signal?: AbortSignal) =>
  threads.run('picture.render', sampleChart(), { timeoutMs, ...(signal === undefined ? {} : { signal }) })

describe('work in a thread', { timeout: 60_000 }, () => {
  it('gives its result while the main thread goes on', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const png = await render(60_000)
    clearInterval(timer)
    expect([...png.subarray(0, 4)]).toEqual(PNG)
    expect(turns).toBeGreaterThan(0)
  })

  it('that is over its time is ended, and the next finds a thread', async () => {
    await expect(render(1)).rejects.toMatchObject({ code: 'TASK_TOO_SLOW' })
    expect((await render(60_000)).length).toBeGreaterThan(1_000)
  })

  it('that nobody wants any more ends with the reason', async () => {
    const controller = new AbortController()
    const running = render(60_000, controller.signal)
    controller.abort(new Error('stopping'))
    await expect(running).rejects.toThrow('stopping')
  })

  it('that fails says why', async () => {
    const broken = { ...sampleChart(), scores: null as never }
    await expect(threads.run('picture.render', broken, { timeoutMs: 60_000 })).rejects.toThrow(TypeError)
  })
})

it('a pool that was never asked closes at once, and takes nothing afterwards', async () => {
  const idle = createThreads(1)
  await idle.close()
  await expect(idle.run('picture.render', sampleChart(), { timeoutMs: 1_000 })).rejects.toThrow('closed')
})
