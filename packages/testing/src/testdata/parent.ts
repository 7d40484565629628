/** A process for `guard.integration.test.ts` to kill: starts what it is told and writes down what that was. */
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createTempFolder,
  createTestPostgres,
  createTestRedis,
  guard,
  isOurs,
  startProcess,
  waitFor,
} from '../index.ts'
import { childrenOf } from '../processes/children.ts'

const [file = '', what, how] = process.argv.slice(2)
const folder = createTempFolder('guard-test')
const running = `${file}.running`
writeFileSync(running, '')
guard.addFile(running)

const roots = what === 'servers' ? await servers() : await stubborn()
const pids = [...roots, ...roots.flatMap(childrenOf)]
writeFileSync(`${file}.new`, JSON.stringify({ roots, pids, folders: [folder.path], running }))
renameSync(`${file}.new`, file)
setInterval(() => undefined, 1_000)

async function servers(): Promise<number[]> {
  const started = await Promise.all([createTestPostgres(), createTestRedis()])
  if (how === 'frozen') await Promise.all(started.map((server) => server.pause()))
  if (how === 'guardless') await loseGuard()
  return started.flatMap((server) => server.pid() ?? [])
}

async function loseGuard(): Promise<void> {
  const guards = (): number[] => childrenOf(process.pid).filter(isGuard)
  const [first = 0] = await waitFor(guards, { what: 'the guard' })
  process.kill(first, 'SIGKILL')
  const replaced = (): boolean => guards().some((pid) => pid !== first)
  await waitFor(replaced, { what: 'a new guard' })
}

function isGuard(pid: number): boolean {
  return isOurs(pid, 'guard.mjs')
}

async function stubborn(): Promise<number[]> {
  const service = await startProcess({
    name: 'stubborn',
    command: process.execPath,
    args: [fileURLToPath(new URL('stubborn.mjs', import.meta.url))],
    env: {},
    logFile: join(folder.path, 'stubborn.log'),
    stop: { signal: 'SIGTERM', graceMs: 200 },
  })
  await waitFor(() => service.logs() === 'up', { what: 'the child of the stubborn process' })
  return [service.pid]
}
