/**
 * Fails when a file that is tracked, or could be, holds a secret. Prints where, never what.
 *
 *   node scripts/secret-scan.mjs [folder]
 *
 * Public values of test fixtures stand in scripts/secret-scan-allowed.txt, one SHA-256 per line.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Larger files are data, not text somebody wrote. */
const MAX_BYTES = 50 * 1024 * 1024
const NEVER_TRACKED = new Set(['.git', '.run', 'node_modules', 'dist', 'coverage'])
const ALLOWED_FILE = 'scripts/secret-scan-allowed.txt'

const NAME = '(?:BOT_TOKEN(?:_[A-Z]+)?|BOT_API_SECRET|WEBHOOK_SECRET|DB_PASSWORD|REDIS_PASSWORD)'
/** Written out: no reference (`$NAME`, `<your token>`), not empty. */
const VALUE = '([A-Za-z0-9_:/+.~-]*[A-Za-z0-9][A-Za-z0-9_:/+.~-]*)'
const WRITTEN_OUT = 'a secret written out'

/** The group of each pattern is the value, compared with the allowed ones and never printed. */
const RULES = [
  { what: 'a bot token', pattern: /(?<!\d)(\d{6,}:[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/g },
  { what: 'a private key', pattern: /(-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----)/g },
  { what: WRITTEN_OUT, pattern: new RegExp(`${NAME}=["']?${VALUE}`, 'g') },
  { what: WRITTEN_OUT, pattern: new RegExp(`${NAME}["']?:[ \\t]+["']?${VALUE}`, 'g'), files: /\.ya?ml$/ },
  { what: WRITTEN_OUT, pattern: new RegExp(`${NAME}"\\s*:\\s*"${VALUE}`, 'g'), files: /\.json$/ },
]

const root = process.argv[2] ?? process.cwd()
const allowed = readAllowed(root)
const findings = listFiles(root).flatMap(scan)
for (const { file, line, what } of findings) process.stderr.write(`${file}:${line}: holds ${what}\n`)
if (findings.length > 0) {
  process.stderr.write(
    `\n${findings.length} secret(s). Remove each from the file, and revoke it if it was ever committed.\n` +
      `A public value of a test belongs, as its SHA-256, into ${ALLOWED_FILE}.\n`,
  )
  process.exitCode = 1
}

/** Tracked files, and new ones that nothing ignores; without git, all but what is never tracked. */
function listFiles(folder) {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const files = git.status === 0 ? git.stdout.split('\0') : walk(folder, '')
  return [...new Set(files)].filter((file) => file !== '' && isText(join(folder, file)))
}

function walk(folder, under) {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .filter(({ name }) => !NEVER_TRACKED.has(name))
    .flatMap((entry) =>
      entry.isDirectory() ? walk(folder, join(under, entry.name)) : [join(under, entry.name)],
    )
}

function isText(path) {
  const info = statSync(path, { throwIfNoEntry: false })
  return info !== undefined && info.isFile() && info.size <= MAX_BYTES
}

function readAllowed(folder) {
  const path = join(folder, ALLOWED_FILE)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return new Set(text.match(/^[0-9a-f]{64}/gm) ?? [])
}

function scan(file) {
  const text = readFileSync(join(root, file), 'latin1')
  if (text.includes('\0')) return []
  return RULES.filter((rule) => rule.files?.test(file) ?? true).flatMap(({ what, pattern }) =>
    [...text.matchAll(pattern)]
      .filter((match) => !allowed.has(createHash('sha256').update(match[1]).digest('hex')))
      .map((match) => ({ file, what, line: text.slice(0, match.index).split('\n').length })),
  )
}
