import { join } from 'node:path'
import type { OwnedProcess, ProcessExit } from './owned-process.ts'
import { startProcess } from './owned-process.ts'
import { createTempFolder } from './temp-folder.ts'

export interface ServiceSpec {
  /** What messages call it. */
  readonly name: string
  /** The file node runs: absolute, or relative to the current directory. */
  readonly script: string
  readonly args?: readonly string[]
  /** Options of node itself, e.g. `['--import', 'tsx', '--conditions=development']` for a source file. */
  readonly nodeArgs?: readonly string[]
  /** Its environment. Of ours it inherits only what a process needs to run at all (PATH, HOME, TMPDIR). */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** How long `stop()` waits before SIGKILL, in milliseconds. Default: 10 000. */
  readonly graceMs?: number
}

/**
 * Runs a node script as a process of its own that a test may kill, freeze and stop. It cannot outlive the test run,
 * even when that dies by SIGKILL.
 */
export async function spawnService(spec: ServiceSpec): Promise<OwnedProcess> {
  const folder = createTempFolder('service')
  const service = await startProcess({
    name: spec.name,
    command: process.execPath,
    args: [...(spec.nodeArgs ?? []), spec.script, ...(spec.args ?? [])],
    env: { ...basicEnvironment(), ...spec.env },
    logFile: join(folder.path, 'output.log'),
    stop: { signal: 'SIGTERM', graceMs: spec.graceMs ?? 10_000 },
    orphaned: { signal: 'SIGKILL', graceMs: 2_000, stage: 0 },
  })
  let finalLogs: string | undefined
  const exited: Promise<ProcessExit> = service.exited.then((exit) => {
    finalLogs = service.logs()
    folder.remove()
    return exit
  })
  return { ...service, exited, logs: () => finalLogs ?? service.logs() }
}

/** What any process needs of our environment to run at all. */
export function basicEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR, LANG } = process.env
  return { PATH, HOME, TMPDIR, LANG }
}
