import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const RUNTIME = new URL('./index.ts', import.meta.url).href
/** A process has to start, on machines that do other things too. */
const PATIENCE = { timeout: 50_000, interval: 20 }

/** Each test waits for processes of its own, so they may wait together. */
const SEPARATE_PROCESSES = { concurrent: true, timeout: 60_000 }

const folder = mkdtempSync(join(tmpdir(), 'abitly-lifecycle-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

interface Service {
  output(): string
  errors(): string
  /** What it said with `say`, in order. */
  said(): string[]
  kill(signal: NodeJS.Signals): void
  hears(what: string): Promise<void>
  exitCode: Promise<number | null>
}

let scripts = 0

/** Runs a service of one file. In it: `own`, `logger`, `stopping`, `fail`, `say(word)`, `told(word)` (waits for `tell`). */
function startService(
  build: string,
  env: Record<string, string> = {},
): Service & { tell(word: string): void } {
  const script = join(folder, `service-${(scripts += 1)}.mjs`)
  writeFileSync(
    script,
    `import { loadConfig, processSection, redisSection, runService } from '${RUNTIME}'
     const say = (word) => process.stdout.write('SAY ' + word + '\\n')
     const told = (word) => new Promise((resolve) => process.on('message', (m) => m === word && resolve()))
     const sections = { process: processSection, redis: redisSection }
     await runService('shop', () => loadConfig(sections, process.env), async (config, { own, logger, stopping, fail }) => {
       setInterval(() => {}, 1e6)
       ${build}
     })`,
  )
  const child = spawn(process.execPath, ['--import', TSX, '--conditions=development', script], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], ...env },
  })
  children.push(child)
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.on('data', (chunk) => (written[name] += String(chunk)))
  const said = () => [...written.stdout.matchAll(/^SAY (.*)$/gm)].map((match) => match[1] ?? '')
  return {
    output: () => written.stdout,
    errors: () => written.stderr,
    said,
    kill: (signal) => void child.kill(signal),
    tell: (word) => void child.send(word),
    hears: async (what) => {
      await vi.waitFor(() => expect(written.stdout).toContain(what), PATIENCE)
    },
    // 'close', not 'exit': everything it wrote has arrived.
    exitCode: once(child, 'close').then(([code]) => code as number | null),
  }
}

const TWO_THINGS = `
  own('first', () => say('first released'))
  own('second', () => say(stopping.aborted ? 'second released, stopping' : 'second released too early'))
`

describe('a service that is told to stop', SEPARATE_PROCESSES, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('releases in reverse order and exits 0 on %s', async (signal) => {
    const service = startService(TWO_THINGS)
    await service.hears('"msg":"running"')
    service.kill(signal)
    expect(await service.exitCode).toBe(0)
    expect(service.said()).toEqual(['second released, stopping', 'first released'])
    expect(service.output()).toContain(`"signal":"${signal}","msg":"stopping"`)
    expect(service.errors()).toBe('')
  })

  it('waits for each release before it begins the next', async () => {
    const service = startService(`
      own('first', () => say('first released'))
      own('second', async () => { say('second begins'); await told('go'); say('second released') })`)
    await service.hears('"msg":"running"')
    service.kill('SIGTERM')
    await service.hears('second begins')
    expect(service.said()).toEqual(['second begins'])
    service.tell('go')
    expect(await service.exitCode).toBe(0)
    expect(service.said()).toEqual(['second begins', 'second released', 'first released'])
  })

  it('releases the rest although one thing cannot be released', async () => {
    const service = startService(`
      own('first', () => say('first released'))
      own('broken', () => { throw new Error('stuck') })
      own('rejecting', () => Promise.reject(new Error('stuck')))`)
    await service.hears('"msg":"running"')
    service.kill('SIGTERM')
    expect(await service.exitCode).toBe(0)
    expect(service.said()).toEqual(['first released'])
    expect(service.output().match(/"what":"(broken|rejecting)","msg":"could not close"/g)).toHaveLength(2)
  })

  it('ends at once on a second signal', async () => {
    const service = startService(`own('slow', () => { say('slow begins'); return new Promise(() => {}) })`)
    await service.hears('"msg":"running"')
    service.kill('SIGTERM')
    await service.hears('slow begins')
    service.kill('SIGINT')
    expect(await service.exitCode).toBe(1)
    expect(service.output()).toContain('"why":"second signal"')
  })

  it('stops in the middle of its boot, giving back what it has', async () => {
    const service = startService(`
      own('first', () => say('first released'))
      say('booting')
      await new Promise((resolve) => stopping.addEventListener('abort', resolve))
      throw new Error('interrupted')`)
    await service.hears('SAY booting')
    service.kill('SIGTERM')
    expect(await service.exitCode).toBe(0)
    expect(service.said()).toEqual(['booting', 'first released'])
    expect(service.output()).not.toContain('could not start')
  })
})

describe('a service that breaks', SEPARATE_PROCESSES, () => {
  it('exits 1 when it cannot boot, giving back what it had opened', async () => {
    const service = startService(`${TWO_THINGS} throw new Error('no database')`)
    expect(await service.exitCode).toBe(1)
    expect(service.said()).toEqual(['second released, stopping', 'first released'])
    expect(service.output()).toContain('"message":"no database"')
    expect(service.output()).toContain('"msg":"could not start"')
    expect(service.output()).not.toContain('"msg":"running"')
  })

  it.each([
    ['an exception nobody caught', `process.on('message', () => { throw new Error('surprise') })`],
    ['a rejection nobody handled', `process.on('message', () => void Promise.reject(new Error('surprise')))`],
  ])('exits 1 on %s, giving back what it has', async (_what, build) => {
    const service = startService(`${TWO_THINGS} ${build}`)
    await service.hears('"msg":"running"')
    service.tell('break')
    expect(await service.exitCode).toBe(1)
    expect(service.said()).toEqual(['second released, stopping', 'first released'])
    expect(service.output()).toContain('"message":"surprise"')
    expect(service.errors()).toBe('')
  })
})

describe('a service that cannot go on', SEPARATE_PROCESSES, () => {
  it('says why, gives back what it has and exits 1', async () => {
    const service = startService(`${TWO_THINGS} process.on('message', () => fail(new Error('lock lost')))`)
    await service.hears('"msg":"running"')
    service.tell('fail')
    expect(await service.exitCode).toBe(1)
    expect(service.said()).toEqual(['second released, stopping', 'first released'])
    expect(service.output()).toContain('"message":"lock lost"')
    expect(service.output()).toContain('"msg":"cannot go on, stopping"')
  })
})

describe('a service with a wrong configuration', SEPARATE_PROCESSES, () => {
  it('names every problem, shows no value and no stack, and exits 1', async () => {
    const service = startService(`say('built')`, {
      PORT: 'hunter2',
      TZ: 'Mars',
      REDIS_URL: 'http://:hunter2@x',
    })
    expect(await service.exitCode).toBe(1)
    expect(service.errors()).toBe(
      [
        'shop cannot start. The configuration has 3 problem(s):',
        '  - TZ: must be a time zone such as Europe/Kyiv',
        '  - PORT: must be a whole number, 1 to 65535',
        '  - REDIS_URL: must be an address that begins with redis:// or rediss://',
        'Each variable is explained in .env.example.',
        '',
      ].join('\n'),
    )
    expect(service.output()).toBe('')
  })
})
