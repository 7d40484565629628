/**
 * What has been installed and built, and from what: a second start need not do it again.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Goes when somebody removes node_modules. */
const STATE_FILE = 'node_modules/.abitly-bootstrap.json'
const GENERATED = 'packages/database/src/generated'
const ROOMS = ['packages', 'services', 'tools', 'apps']
const SINGLE_ROOMS = ['bench']
const NOT_SOURCES = new Set(['node_modules', 'dist', 'generated', 'results'])

/** @returns {boolean} was this the print when the step last succeeded? */
export function isCurrent(step, print) {
  return readState()[step] === print
}

export function remember(step, print) {
  writeFileSync(STATE_FILE, `${JSON.stringify({ ...readState(), [step]: print }, null, 2)}\n`)
}

function readState() {
  try {
    return JSON.parse(readFileSync(STATE_FILE, 'utf8'))
  } catch {
    return {}
  }
}

/** Changes with the packages wanted, and with the kind of machine they are for. */
export function installPrint() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  for (const file of [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...rooms().map((r) => `${r}/package.json`),
  ]) {
    if (existsSync(file)) hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Changes with any source file. */
export function buildPrint() {
  const hash = createHash('sha256')
  for (const file of readdirSync('.').filter((name) => /\.(json|ts)$/.test(name))) addFile(hash, file)
  for (const room of [...rooms(), 'prisma']) addFolder(hash, room)
  return hash.digest('hex')
}

/** Has somebody removed what was built? */
export function isBuilt() {
  const compiled = rooms().filter((room) => existsSync(`${room}/tsconfig.json`))
  return compiled.every((room) => existsSync(`${room}/dist/.tsbuildinfo`)) && existsSync(GENERATED)
}

/** The workspace's folders, as pnpm-workspace.yaml has them. */
function rooms() {
  const inside = ROOMS.filter((parent) => existsSync(parent)).flatMap((parent) =>
    readdirSync(parent).map((name) => `${parent}/${name}`),
  )
  return [...inside, ...SINGLE_ROOMS].filter((room) => existsSync(`${room}/package.json`))
}

function addFolder(hash, folder) {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (NOT_SOURCES.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) addFolder(hash, path)
    else addFile(hash, path)
  }
}

function addFile(hash, path) {
  const { size, mtimeMs } = statSync(path)
  hash.update(`${path} ${size} ${mtimeMs}\n`)
}
