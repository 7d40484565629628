import { readFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { isAlive } from '../../guard/alive.mjs'
import { waitFor } from '../wait-for.ts'
import { sendSignal } from './owned-process.ts'

/**
 * Ends a process that an earlier, killed run left behind. Ids are used again by the system: a process whose command
 * line does not contain `mark` is a stranger and stays.
 */
export async function endLeftover(pid: number, mark: string, signal: NodeJS.Signals): Promise<void> {
  if (!isOurs(pid, mark)) return
  sendSignal(pid, signal)
  const gone = (): boolean => !isAlive(pid)
  await waitFor(gone, { timeoutMs: 15_000, what: `process ${pid} of an earlier run to end` }).catch(() =>
    sendSignal(pid, 'SIGKILL'),
  )
  await waitFor(gone, { timeoutMs: 5_000, what: `process ${pid} of an earlier run to be killed` })
}

/** The same for a process that has written its id into a file; the file is removed. */
export async function endLeftoverOf(pidFile: string, mark: string, signal: NodeJS.Signals): Promise<void> {
  const pid = readPid(pidFile)
  if (pid !== undefined) await endLeftover(pid, mark, signal)
  rmSync(pidFile, { force: true })
}

/** Does this process run, and does its command line contain `mark`? */
export function isOurs(pid: number, mark: string): boolean {
  return pid > 0 && isAlive(pid) && commandLine(pid).includes(mark)
}

/** The process id on the first line of a file. */
export function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
