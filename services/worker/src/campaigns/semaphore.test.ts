import { describe, expect, it } from 'vitest'
import { createSemaphore } from './semaphore.ts'

const never = new AbortController().signal

/** Lets everything run that only waits for promises. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('a semaphore', () => {
  it('gives out its places and no more', async () => {
    const semaphore = createSemaphore(2)
    const taken: number[] = []
    for (const one of [1, 2, 3]) void semaphore.take(never).then(() => taken.push(one))
    await settled()
    expect(taken).toEqual([1, 2])
  })

  it('gives a place back to whoever has waited longest', async () => {
    const semaphore = createSemaphore(1)
    const giveBack = await semaphore.take(never)
    const taken: string[] = []
    const wait = async (who: string): Promise<void> => {
      const release = await semaphore.take(never)
      taken.push(who)
      release?.()
    }
    const all = [wait('first'), wait('second'), wait('third')]
    giveBack?.()
    await Promise.all(all)
    expect(taken).toEqual(['first', 'second', 'third'])
  })

  it('takes a place back once', async () => {
    const semaphore = createSemaphore(1)
    const giveBack = await semaphore.take(never)
    giveBack?.()
    giveBack?.()
    await semaphore.take(never)
    let second = false
    void semaphore.take(never).then(() => (second = true))
    await settled()
    expect(second).toBe(false)
  })

  it('lets who does not want to wait any more go, and passes them by', async () => {
    const semaphore = createSemaphore(1)
    const giveBack = await semaphore.take(never)
    const stopper = new AbortController()
    const impatient = semaphore.take(stopper.signal)
    const patient = semaphore.take(never)
    stopper.abort()
    expect(await impatient).toBeNull()
    giveBack?.()
    expect(await patient).not.toBeNull()
  })

  it('gives nothing to who has stopped already', async () => {
    expect(await createSemaphore(1).take(AbortSignal.abort())).toBeNull()
  })
})
