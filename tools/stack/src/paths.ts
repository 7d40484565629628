import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the project: `tools/stack/{src,dist}` is three levels below it. */
export const projectDir = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** Everything a running stack keeps on disk, below one folder that git ignores. */
export interface RunPaths {
  readonly folder: string
  readonly postgres: string
  readonly redis: string
  readonly logs: string
  readonly secrets: string
  readonly simulator: string
  /** One small file for each service that runs. */
  readonly pids: string
  /** Holds the process id of the running stack. */
  readonly lock: string
  /** What tests and operators read. */
  readonly stack: string
}

/** Makes the folders that do not exist yet. */
export function prepareRunFolder(folder: string): RunPaths {
  const at = (name: string): string => join(folder, name)
  for (const name of ['logs', 'pids']) mkdirSync(at(name), { recursive: true })
  return {
    folder,
    postgres: at('postgres'),
    redis: at('redis'),
    logs: at('logs'),
    pids: at('pids'),
    secrets: at('secrets.json'),
    simulator: at('simulator.json'),
    lock: at('stack.pid'),
    stack: at('stack.json'),
  }
}

/** Every start writes logs of its own; those of the one before stay beside them. */
export function keepPreviousLogs({ logs }: Pick<RunPaths, 'logs'>): void {
  for (const name of readdirSync(logs)) {
    if (name.endsWith('.previous.log')) continue
    renameSync(join(logs, name), join(logs, name.replace(/\.log$/, '.previous.log')))
  }
}
