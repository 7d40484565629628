import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createTempFolder, describeExit, isAlive, spawnService, waitFor } from '@abitly/testing'
import type { OwnedProcess } from '@abitly/testing'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const folder = createTempFolder('bootstrap-test')
afterAll(() => folder.remove())

const scripts = new URL('../../scripts/bootstrap/', import.meta.url)
const address = (name: string): string => new URL(name, scripts).href

function write(name: string, text: string): string {
  const path = join(folder.path, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

/** What an expression over one of the bootstrap's modules gives, in the test's folder. */
function evaluate(module: string, expression: string): unknown {
  const code = `import * as m from '${address(module)}'; process.stdout.write(JSON.stringify(${expression}) ?? 'null')`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: folder.path,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.13.0', '22.99.0', '24.0.0', '26.1.0'])('may be %s', (version) => {
    expect(evaluate('node-version.mjs', `m.nodeProblem('${version}')`)).toBeNull()
  })

  it.each(['18.20.0', '20.18.1', '21.7.0', '22.12.0', '23.5.0'])('may not be %s', (version) => {
    const problem = evaluate('node-version.mjs', `m.nodeProblem('${version}')`)
    expect(problem).toMatch(new RegExp(`needs Node 24.*this is ${version}`))
  })
})

describe('what has changed since the last build', () => {
  const builtFrom = (): unknown => evaluate('unchanged.mjs', 'm.buildPrint()')
  const installedFrom = (): unknown => evaluate('unchanged.mjs', 'm.installPrint()')
  beforeEach(() => {
    write('package.json', '{}')
    write('packages/a/package.json', '{}')
    write('packages/a/src/index.ts', 'export const one = 1\n')
  })

  it('is seen in a source file', () => {
    const before = builtFrom()
    expect(builtFrom()).toBe(before)
    write('packages/a/src/index.ts', 'export const one = 11\n')
    expect(builtFrom()).not.toBe(before)
  })

  it('is seen in a new file and in one that is gone', () => {
    const before = builtFrom()
    const added = write('packages/a/src/deep/new.ts', '')
    expect(builtFrom()).not.toBe(before)
    rmSync(added)
    expect(builtFrom()).toBe(before)
  })

  it('is not seen in what the build makes', () => {
    const before = builtFrom()
    write('packages/a/dist/index.js', 'export const one = 1\n')
    expect(builtFrom()).toBe(before)
  })

  it('asks for an installation only when a dependency may have changed', () => {
    const before = installedFrom()
    write('packages/a/src/index.ts', 'export const one = 12\n')
    expect(installedFrom()).toBe(before)
    write('packages/a/package.json', '{"dependencies":{}}')
    expect(installedFrom()).not.toBe(before)
  })

  it('notices that a result is missing', () => {
    write('packages/a/tsconfig.json', '{}')
    write('packages/a/dist/.tsbuildinfo', '')
    write('packages/database/src/generated/client.ts', '')
    expect(evaluate('unchanged.mjs', 'm.isBuilt()')).toBe(true)
    rmSync(join(folder.path, 'packages/a/dist'), { recursive: true })
    expect(evaluate('unchanged.mjs', 'm.isBuilt()')).toBe(false)
  })
})

describe('the program that runs in the end', () => {
  const note = join(folder.path, 'note')
  const noted = (): string => (existsSync(note) ? readFileSync(note, 'utf8') : '')
  beforeEach(() => rmSync(note, { force: true }))

  /** A child that writes down its process id and every signal, and ends as told. */
  const child = write(
    'child.mjs',
    `import { appendFileSync } from 'node:fs'
     const say = (text) => appendFileSync(${JSON.stringify(note)}, text + '\\n')
     const [code] = process.argv.slice(2)
     process.on('SIGTERM', () => { say('SIGTERM'); process.exit(Number(code)) })
     process.on('SIGINT', () => say('SIGINT'))
     process.on('disconnect', () => { say('disconnect'); process.exit() })
     say(process.pid)
     if (code === '5') process.exit(5)`,
  )
  const runner = write(
    'runner.mjs',
    `import { runToEnd } from '${address('run-to-end.mjs')}'
     process.exitCode = await runToEnd([${JSON.stringify(child)}, ...process.argv.slice(2)])`,
  )
  async function run(code: string): Promise<{ bootstrap: OwnedProcess; pid: number }> {
    const bootstrap = await spawnService({ name: 'bootstrap', script: runner, args: [code] })
    const pid = await waitFor(() => Number.parseInt(noted(), 10), {
      what: 'the child to run',
      timeoutMs: 10_000,
    })
    return { bootstrap, pid }
  }

  it('gives its exit code', async () => {
    const { bootstrap } = await run('5')
    expect(describeExit(await bootstrap.exited)).toBe('exited with code 5')
  })

  it('gets a signal once, though a terminal and npm both send it', async () => {
    const { bootstrap } = await run('0')
    bootstrap.kill('SIGINT')
    bootstrap.kill('SIGINT')
    await waitFor(() => noted().includes('SIGINT'), { what: 'the signal to arrive' })
    await waitFor(() => (bootstrap.kill('SIGTERM'), !bootstrap.isRunning()), {
      what: 'the end',
      intervalMs: 100,
    })
    expect(noted().trim().split('\n').slice(1)).toEqual(['SIGINT', 'SIGTERM'])
    expect(describeExit(await bootstrap.exited)).toBe('exited with code 0')
  })

  it('learns that whoever started it was killed', async () => {
    const { bootstrap, pid } = await run('0')
    bootstrap.kill('SIGKILL')
    await waitFor(() => noted().includes('disconnect'), { what: 'the child to notice' })
    await waitFor(() => !isAlive(pid), { what: 'the child to end' })
  })

  it('is spoken of when it is killed itself', async () => {
    const { bootstrap, pid } = await run('0')
    process.kill(pid, 'SIGKILL')
    expect(describeExit(await bootstrap.exited)).toBe('exited with code 137')
    expect(bootstrap.logs()).toContain('ended by SIGKILL')
  })
})
