import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OwnedProcess, TempFolder } from '@abitly/testing'
import {
  childrenOf,
  createTempFolder,
  freePort,
  isAlive,
  isOurs,
  queryOnce,
  spawnService,
  waitFor,
} from '@abitly/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StackFile } from './stack-file.ts'

// Whole stacks start and stop here; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const script = fileURLToPath(new URL('testdata/stack.ts', import.meta.url))

/** A copy of the project's run folder, and the stacks that were started on it. */
function createPlace() {
  const folder: TempFolder = createTempFolder('stack-test')
  const started: OwnedProcess[] = []
  const at = (name: string): string => join(folder.path, '.run', name)
  const file = (): StackFile => JSON.parse(readFileSync(at('stack.json'), 'utf8')) as StackFile
  const begin = async (env: Record<string, string> = {}): Promise<OwnedProcess> => {
    const nodeArgs = ['--import', 'tsx', '--conditions=development']
    const ports = { INGRESS_PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) }
    const stack = await spawnService({
      name: 'stack',
      script,
      nodeArgs,
      args: [folder.path],
      env: { ...ports, ...env },
      graceMs: 30_000,
    })
    started.push(stack)
    return stack
  }
  return {
    folder: folder.path,
    at,
    file,
    begin,
    /** Resolves when the stack is up. */
    start: async (env: Record<string, string> = {}): Promise<OwnedProcess> => {
      const stack = await begin(env)
      await waitFor(() => stack.logs().includes('abitly-bot is running') || !stack.isRunning(), {
        what: 'the stack to be up',
        timeoutMs: 60_000,
      })
      expect(stack.isRunning(), stack.logs()).toBe(true)
      return stack
    },
    stopAll: async () => {
      await Promise.all(started.map((stack) => stack.stop()))
    },
  }
}

const pidsOf = (stack: OwnedProcess): number[] => childrenOf(stack.pid)

async function expectAllGone(pids: number[]): Promise<void> {
  expect(pids.length).toBeGreaterThan(5)
  await waitFor(() => !pids.some(isAlive), {
    what: 'every process of the stack to be gone',
    timeoutMs: 30_000,
  })
}

describe('a stack', () => {
  const place = createPlace()
  let stack: OwnedProcess
  beforeAll(async () => {
    stack = await place.start()
  })
  afterAll(place.stopAll)

  it('writes down where everything is, for its owner only', () => {
    const { processes, botToken, ...rest } = place.file()
    expect(statSync(place.at('stack.json')).mode & 0o777).toBe(0o600)
    expect(botToken).toMatch(/^\d{9}:/)
    expect(rest).toEqual({
      ingressUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      webhookUrl: `${rest.ingressUrl}/telegram/webhook`,
      webhookSecret: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      simulatorUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      databaseUrl: expect.stringMatching(/^postgresql:\/\/postgres@127\.0\.0\.1:\d+\/abitly$/) as string,
      redisUrl: expect.stringMatching(/^redis:\/\/127\.0\.0\.1:\d+\/0$/) as string,
      adminIds: [9001],
      apiSecret: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(processes.map(({ service, index }) => `${service}-${index}`)).toEqual([
      'ingress-1',
      'worker-1',
      'worker-2',
      'scheduler-1',
      'scheduler-2',
    ])
    expect(processes.every(({ pid }) => isAlive(pid))).toBe(true)
  })

  it('ends with a screen that begins with the chat page and holds no secret', () => {
    expect(stack.logs()).toContain(`Chat with the bot   ${place.file().simulatorUrl}`)
    const { botToken, webhookSecret, apiSecret } = place.file()
    for (const secret of [botToken, webhookSecret, apiSecret]) expect(stack.logs()).not.toContain(secret)
  })

  it('serves the metrics of each process at its address', async () => {
    for (const { metricsUrl } of place.file().processes) expect((await fetch(metricsUrl)).status).toBe(200)
  })

  it('brings a killed worker back and writes down its new process', async () => {
    const pidOf = (): number | undefined =>
      place.file().processes.find(({ service, index }) => service === 'worker' && index === 2)?.pid
    const before = pidOf() ?? 0
    process.kill(before, 'SIGKILL')
    await waitFor(() => pidOf() !== before, { what: 'a new process of worker 2', timeoutMs: 20_000 })
    expect(isAlive(pidOf() ?? 0)).toBe(true)
    expect(stack.logs()).toMatch(/worker-2 \(process \d+\) was killed by SIGKILL; starting it again/)
  })

  it.each(['redis-server', 'postgres'])('brings a killed %s back at its address', async (name) => {
    const [server = 0] = pidsOf(stack).filter((pid) => isOurs(pid, name))
    process.kill(server, 'SIGKILL')
    const title = name === 'postgres' ? 'PostgreSQL' : 'Redis'
    await waitFor(() => stack.logs().includes(`${title} is back`), {
      what: `${title} to be back`,
      timeoutMs: 20_000,
    })
    expect(await queryOnce(place.file().databaseUrl, 'SELECT 1')).toBe(1)
  })

  it('is the only one of its folder: a second one says who runs, and leaves it alone', async () => {
    const second = await place.begin()
    expect((await second.exited).code).toBe(1)
    expect(second.logs()).toContain(`already runs here as process ${stack.pid}`)
    expect(stack.isRunning()).toBe(true)
    expect(place.file().processes).toHaveLength(5)
  })

  it('stops in order, leaves no process behind, and keeps data and secrets for the next', async () => {
    await queryOnce(place.file().databaseUrl, 'CREATE TABLE kept (id int)')
    const pids = pidsOf(stack)
    const { botToken } = place.file()
    stack.kill('SIGINT')
    expect(await stack.exited).toEqual({ code: 0, signal: null })
    await expectAllGone(pids)
    expect(existsSync(place.at('stack.json'))).toBe(false)
    expect(existsSync(place.at('stack.pid'))).toBe(false)
    expect(readFileSync(place.at('logs/worker-1.log'), 'utf8')).toContain('goodbye')
    expect(readFileSync(place.at('logs/postgres.log'), 'utf8')).toContain('received fast shutdown request')

    stack = await place.start()
    expect(await queryOnce(place.file().databaseUrl, 'TABLE kept')).toBe(0)
    expect(place.file().botToken).toBe(botToken)
    expect(readFileSync(place.at('logs/worker-1.previous.log'), 'utf8')).toContain('goodbye')
    expect(readFileSync(place.at('logs/worker-1.log'), 'utf8')).not.toContain('goodbye')
  })
})

describe('a stack that is killed', () => {
  const place = createPlace()
  afterAll(place.stopAll)

  it('leaves no process behind, and the next one starts on its data', async () => {
    const stack = await place.start()
    await queryOnce(place.file().databaseUrl, 'CREATE TABLE kept (id int)')
    const pids = pidsOf(stack)
    stack.kill('SIGKILL')
    const next = await place.start()
    await expectAllGone(pids)
    expect(await queryOnce(place.file().databaseUrl, 'TABLE kept')).toBe(0)
    expect(isAlive(next.pid)).toBe(true)
  })

  it('is cleaned up after by the next one when its guard was killed first', async () => {
    await place.stopAll()
    const stack = await place.start()
    const pids = pidsOf(stack).filter((pid) => !isOurs(pid, 'guard.mjs'))
    const guards = pidsOf(stack).filter((pid) => isOurs(pid, 'guard.mjs'))
    stack.kill('SIGSTOP')
    for (const pid of guards) process.kill(pid, 'SIGKILL')
    stack.kill('SIGKILL')
    await stack.exited
    await place.start()
    await expectAllGone(pids)
  })
})

describe('a stack that fetches its updates', () => {
  const place = createPlace()
  afterAll(place.stopAll)

  it('has no webhook, and frees the lock that a killed one has left', async () => {
    await place.start({ INGRESS_MODE: 'polling' })
    expect(place.file().webhookUrl).toBeNull()
    expect(readFileSync(place.at('logs/release-lock.log'), 'utf8')).toContain('release-lock --yes')
  })
})

describe('a stack that cannot start', () => {
  let place = createPlace()
  afterEach(async () => {
    await place.stopAll()
    place = createPlace()
  })

  it('shows the end of the log of the service that does not start, and leaves nothing running', async () => {
    const stack = await place.begin({ FAKE_CRASH: '1' })
    expect((await stack.exited).code).toBe(1)
    expect(stack.logs()).toMatch(
      /simulator-1 exited with code 3. Its log \(.+simulator-1.log\) ends with:\s+the reason it does not start/,
    )
    expect(readdirSync(place.at(''))).not.toContain('stack.pid')
    expect(existsSync(join(place.at('postgres'), 'postmaster.pid'))).toBe(false)
  })

  it('says which port is taken', async () => {
    const port = new URL((await startElsewhere()).ingressUrl).port
    const stack = await place.begin({ INGRESS_PORT: port })
    expect((await stack.exited).code).toBe(1)
    expect(stack.logs()).toContain(`INGRESS_PORT: another program listens on port ${port}`)
  })

  const elsewhere = createPlace()
  afterAll(elsewhere.stopAll)
  async function startElsewhere(): Promise<StackFile> {
    await elsewhere.start()
    return elsewhere.file()
  }
})

describe('a stack with a service that does not end', () => {
  const place = createPlace()
  afterAll(place.stopAll)

  it('ends at once at the second signal', async () => {
    const stack = await place.start({ FAKE_STUBBORN: '1' })
    const pids = pidsOf(stack)
    stack.kill('SIGINT')
    await waitFor(() => stack.logs().includes('Stopping'), { what: 'the stack to begin to stop' })
    const begin = Date.now()
    stack.kill('SIGINT')
    expect((await stack.exited).code).toBe(1)
    expect(Date.now() - begin).toBeLessThan(5_000)
    await expectAllGone(pids)
  })
})
