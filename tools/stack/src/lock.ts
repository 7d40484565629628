import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { endLeftover, guard, isOurs, waitFor } from '@abitly/testing'
import type { RunPaths } from './paths.ts'
import { StackError } from './stack-error.ts'

const GUARD_MARK = 'guard.mjs'
/** How long the guard of a killed stack may take: each of its stages has ten seconds. */
const GUARD_DEADLINE_MS = 45_000

/**
 * Makes this process the only stack of this folder, and clears away what a killed one has left.
 * @throws StackError when another one runs
 */
export async function lockRunFolder(paths: RunPaths, note: (message: string) => void): Promise<void> {
  const [stack = 0, itsGuard = 0] = readLock(paths.lock)
  if (stack !== process.pid && isOurs(stack, basename(process.argv[1] ?? ''))) {
    throw new StackError(
      `abitly-bot already runs here as process ${stack}. Its addresses are in ${paths.stack}.\n` +
        `To stop it, press Ctrl-C where it was started, or run: kill ${stack}`,
    )
  }
  if (isOurs(itsGuard, GUARD_MARK)) {
    note('The one before was killed; what it had started is still ending')
    const gone = (): boolean => !isOurs(itsGuard, GUARD_MARK)
    await waitFor(gone, { what: `guard ${itsGuard} to end`, timeoutMs: GUARD_DEADLINE_MS })
  }
  rmSync(paths.lock, { force: true })
  guard.addFile(paths.stack)
  writeLock(paths.lock)
  await endNotedProcesses(paths.pids)
  rmSync(paths.stack, { force: true })
}

export function unlockRunFolder(paths: RunPaths): void {
  rmSync(paths.lock, { force: true })
}

/** The process ids of the stack and of its guard. */
function readLock(path: string): number[] {
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').map(Number) : []
}

function writeLock(path: string): void {
  try {
    writeFileSync(path, `${process.pid}\n${guard.pid() ?? 0}\n`, { flag: 'wx' })
  } catch (error) {
    throw new StackError('Another `npm start` has begun here at the same moment', { cause: error })
  }
}

/** Writes down that this process runs this script, for whoever finds it running after we and the guard are gone. */
export function noteProcess(
  paths: Pick<RunPaths, 'pids'>,
  name: string,
  pid: number,
  script: string,
): () => void {
  const file = join(paths.pids, name)
  writeFileSync(file, `${pid}\n${script}\n`)
  return () => rmSync(file, { force: true })
}

/** The guard of a killed stack ends its services, unless that was killed too. */
async function endNotedProcesses(folder: string): Promise<void> {
  await Promise.all(
    readdirSync(folder).map(async (name) => {
      const [pid = '', script = ''] = readFileSync(join(folder, name), 'utf8').split('\n')
      if (script !== '') await endLeftover(Number(pid), script, 'SIGTERM')
      rmSync(join(folder, name))
    }),
  )
}
