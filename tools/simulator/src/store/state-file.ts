import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Telegram } from '../telegram.ts'
import { SNAPSHOT_VERSION, restoreSnapshot, snapshotMark, takeSnapshot } from './snapshot.ts'
import type { Snapshot } from './snapshot.ts'

const SAVE_EVERY_MS = 5000

/** Keeps the state in a file, and uploaded files in a folder beside it. */
interface StateFile {
  /** Loads what an earlier run left, if anything, and saves from now on. */
  open(): void
  /** Saves for the last time. */
  close(): Promise<void>
}

export function createStateFile(telegram: Telegram, path: string): StateFile {
  const folder = `${path}.files`
  let saved = ''
  let saving = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const save = (): Promise<void> => {
    const mark = snapshotMark(telegram)
    if (mark !== saved) {
      saved = mark
      saving = saving.then(() => write(telegram, path, folder))
    }
    return saving
  }
  return {
    open() {
      if (existsSync(path)) load(telegram, path, folder)
      // A disk that is full must not end the simulator: the next beat tries again.
      timer = setInterval(() => void save().catch(() => (saved = '')), SAVE_EVERY_MS).unref()
    },
    async close() {
      clearInterval(timer)
      saved = ''
      await save()
    },
  }
}

function load(telegram: Telegram, path: string, folder: string): void {
  const snapshot = parse(path)
  for (const file of snapshot.files) {
    const place = join(folder, file.uniqueId)
    if (existsSync(place)) telegram.world.files.restore(file, readFileSync(place))
  }
  restoreSnapshot(telegram, snapshot)
}

function parse(path: string): Snapshot {
  const advice = `remove ${path} to start afresh`
  try {
    const snapshot = JSON.parse(readFileSync(path, 'utf8')) as Snapshot
    if (snapshot.version === SNAPSHOT_VERSION) return snapshot
  } catch (cause) {
    throw new Error(`The simulator's state file cannot be read: ${advice}`, { cause })
  }
  throw new Error(`The simulator's state file is of another version: ${advice}`)
}

async function write(telegram: Telegram, path: string, folder: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFiles(telegram, folder)
  const draft = `${path}.new`
  await writeFile(draft, JSON.stringify(takeSnapshot(telegram)), { mode: 0o600 })
  await rename(draft, path)
}

/** Files never change: only new ones are written, forgotten ones removed. */
async function writeFiles({ world }: Telegram, folder: string): Promise<void> {
  const files = world.files.all()
  if (files.length === 0 && !existsSync(folder)) return
  await mkdir(folder, { recursive: true })
  const present = new Set(await readdir(folder))
  for (const file of files) {
    const data = present.delete(file.uniqueId) ? undefined : world.files.data(file)
    if (data !== undefined) await writeFile(join(folder, file.uniqueId), data, { mode: 0o600 })
  }
  for (const forgotten of present) await rm(join(folder, forgotten), { force: true })
}
