import { describe, expect, it } from 'vitest'
import type { Progress } from './progress.ts'
import { createProgress } from './progress.ts'

/** What the work puts on the screen, with the times taken out. */
async function shown(work: (progress: Progress) => Promise<unknown>): Promise<string> {
  let screen = ''
  await work(createProgress((text) => void (screen += text))).catch(() => undefined)
  return screen.replaceAll(/\d+\.\d s/g, '<time>')
}

describe('progress', () => {
  it('is one line per step', async () => {
    const screen = await shown(async ({ step }) => {
      expect(await step('Redis', () => Promise.resolve(7))).toBe(7)
      await step('Migrations', () => Promise.resolve())
    })
    expect(screen).toBe('  Redis ... <time>\n  Migrations ... <time>\n')
  })

  it('lets a note into a step and then finishes the step on a line of its own', async () => {
    const screen = await shown(({ step, note }) =>
      step('Redis', () => {
        note('installing it')
        return Promise.resolve()
      }),
    )
    expect(screen).toBe('  Redis ... \n  installing it\n  Redis ... <time>\n')
  })

  it('says what failed and passes the error on', async () => {
    const screen = await shown(({ step }) => step('Redis', () => Promise.reject(new Error('no'))))
    expect(screen).toBe('  Redis ... failed\n')
  })
})
