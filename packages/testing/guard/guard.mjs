/**
 * Outlives the process that started it, for as long as it takes to end what that process leaves behind.
 *
 * Standard input is a pipe from the parent with one JSON message per line (see `src/processes/guard.ts`); it ends when
 * the parent is gone, however it went. Then: files that say "running" are removed, processes ended stage by stage,
 * temporary folders removed.
 */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from './alive.mjs'

const processes = new Map()
const files = new Set()
const folders = new Set()

/** What each message does, by the name of its only field. */
const handlers = {
  watch: (ending) => processes.set(ending.pid, ending),
  release: (pid) => processes.delete(pid),
  addFile: (path) => files.add(path),
  dropFile: (path) => files.delete(path),
  addFolder: (path) => folders.add(path),
  dropFolder: (path) => folders.delete(path),
}

// A signal to the whole group, or a closed terminal, must not end the one who cleans up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

for await (const line of createInterface({ input: process.stdin })) {
  const [name, value] = Object.entries(JSON.parse(line))[0]
  handlers[name](value)
}

for (const path of files) rmSync(path, { force: true })
const stages = [...new Set([...processes.values()].map((ending) => ending.stage))].sort((a, b) => a - b)
for (const stage of stages) {
  await Promise.all([...processes.values()].filter((ending) => ending.stage === stage).map(end))
}
for (const path of folders) removeFolder(path)

async function end({ pid, signal, graceMs }) {
  send(pid, signal)
  // One that was frozen would not see the signal.
  send(pid, 'SIGCONT')
  const deadline = Date.now() + graceMs
  while (isAlive(pid) && Date.now() < deadline) await pause(20)
  // The whole group: nothing that the process itself has started may stay either.
  send(-pid, 'SIGKILL')
}

function send(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already.
  }
}

/** Only ever a folder that `createTempFolder` made. */
function removeFolder(path) {
  const ours = basename(path).startsWith('abitly-') && dirname(resolve(path)) === resolve(tmpdir())
  if (ours) rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}
