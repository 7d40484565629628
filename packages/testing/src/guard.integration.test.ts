import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isAlive } from '../guard/alive.mjs'
import type { OwnedProcess } from './processes/owned-process.ts'
import { spawnService } from './processes/spawn-service.ts'
import { createTempFolder } from './processes/temp-folder.ts'
import { waitFor } from './wait-for.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

/** What the parent wrote down about what it has started. */
interface Started {
  /** What it started itself. */
  roots: number[]
  /** These, and what they started in turn. */
  pids: number[]
  folders: string[]
  running: string
}

const notes = createTempFolder('guard-test')
let parents: OwnedProcess[] = []

async function startParent(args: string[]): Promise<{ parent: OwnedProcess; started: Started }> {
  const file = join(notes.path, `${parents.length}-${args.join('-')}.json`)
  const parent = await spawnService({
    name: 'parent',
    nodeArgs: ['--import', 'tsx', '--conditions=development'],
    script: fileURLToPath(new URL('testdata/parent.ts', import.meta.url)),
    args: [file, ...args],
  })
  parents.push(parent)
  await waitFor(() => existsSync(file) || !parent.isRunning(), {
    what: 'the parent to start',
    timeoutMs: 30_000,
  })
  expect(parent.isRunning(), parent.logs()).toBe(true)
  return { parent, started: JSON.parse(readFileSync(file, 'utf8')) as Started }
}

async function expectNothingLeft({ pids, folders, running }: Started): Promise<void> {
  const left = (): unknown[] => [...pids.filter(isAlive), ...[...folders, running].filter(existsSync)]
  await waitFor(() => left().length === 0, {
    what: `the guard to clean up; left: ${String(left())}`,
    timeoutMs: 15_000,
  })
}

afterEach(async () => {
  await Promise.all(parents.map((parent) => parent.stop()))
  parents = []
})

describe('the guard, after SIGKILL of the parent', () => {
  it('ends servers, removes their folders and the file that says "running"', async () => {
    const { parent, started } = await startParent(['servers'])
    expect(started.roots.every(isAlive)).toBe(true)
    parent.kill('SIGKILL')
    await expectNothingLeft(started)
  })

  it('ends servers that are frozen', async () => {
    const { parent, started } = await startParent(['servers', 'frozen'])
    parent.kill('SIGKILL')
    await expectNothingLeft(started)
  })

  it('kills a process that ignores the polite signal, and what that one had started', async () => {
    const { parent, started } = await startParent(['stubborn'])
    expect(started.pids).toHaveLength(2)
    parent.kill('SIGKILL')
    await expectNothingLeft(started)
  })

  it('is replaced when somebody kills it', async () => {
    const { parent, started } = await startParent(['servers', 'guardless'])
    parent.kill('SIGKILL')
    await expectNothingLeft(started)
  })
})
