import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** How a process is to be ended when whoever started it has died. */
export interface Ending {
  readonly pid: number
  readonly signal: NodeJS.Signals
  /** How long it may take before SIGKILL, in milliseconds. */
  readonly graceMs: number
  /** Lower stages end first; the next begins when all of a stage are gone. */
  readonly stage: number
}

type Message =
  | { watch: Ending }
  | { release: number }
  | { addFile: string }
  | { dropFile: string }
  | { addFolder: string }
  | { dropFolder: string }

const SCRIPT = fileURLToPath(new URL('../../guard/guard.mjs', import.meta.url))

/** What the guard must know; kept here too, to tell a new guard when somebody kills the old one. */
const endings = new Map<number, Ending>()
const files = new Set<string>()
const folders = new Set<string>()
let running: ChildProcess | undefined

/**
 * Ends processes and removes files after this process is gone, even by SIGKILL. The work is done by a detached
 * process of its own, started at first use.
 */
export const guard = {
  /** Its process id, once it has something to guard. */
  pid: (): number | undefined => running?.pid,
  watch(ending: Ending): void {
    endings.set(ending.pid, ending)
    tell({ watch: ending })
  },
  release(pid: number): void {
    if (endings.delete(pid)) tell({ release: pid })
  },
  /** A file that must not stay, such as one that says "running". Removed before any process is ended. */
  addFile(path: string): void {
    files.add(path)
    tell({ addFile: path })
  },
  dropFile(path: string): void {
    if (files.delete(path)) tell({ dropFile: path })
  },
  /** A temporary folder made by `createTempFolder`; the guard removes no other. */
  addFolder(path: string): void {
    folders.add(path)
    tell({ addFolder: path })
  },
  dropFolder(path: string): void {
    if (folders.delete(path)) tell({ dropFolder: path })
  },
}

function tell(message: Message): void {
  if (running === undefined) start()
  else write(message)
}

/** Starts a guard and tells it everything there is to know. */
function start(): void {
  const child = spawn(process.execPath, [SCRIPT], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { TMPDIR: process.env['TMPDIR'], PATH: process.env['PATH'] },
  })
  running = child
  child.stdin.on('error', () => undefined)
  child.once('exit', () => {
    running = undefined
    if (endings.size + files.size + folders.size > 0) start()
  })
  child.unref()
  unrefPipe(child.stdin)
  for (const ending of endings.values()) write({ watch: ending })
  for (const path of files) write({ addFile: path })
  for (const path of folders) write({ addFolder: path })
}

function write(message: Message): void {
  running?.stdin?.write(`${JSON.stringify(message)}\n`)
}

/** The pipe must not keep this process alive. Its type does not say that it is a socket. */
function unrefPipe(pipe: Writable): void {
  if (pipe instanceof Socket) pipe.unref()
}
