import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const SCRIPT = fileURLToPath(new URL('../../scripts/secret-scan.mjs', import.meta.url))
/** Put together here: this file is scanned too. */
const token = ['123456', 'A'.repeat(35)].join(':')
const named = (name: string, separator: string, value: string): string => [name, value].join(separator)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'abitly-secret-scan-'))
  git('init', '--quiet')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Where git is missing the scan does without it, and so do these tests. */
function git(...args: string[]): void {
  spawnSync('git', args, { cwd: folder })
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

function scan(env = process.env): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, folder], { encoding: 'utf8', env })
  return { code: status, said: stderr }
}

describe('secret scan', () => {
  it.each([
    ['a bot token in code', 'src/a.ts', `const t = '${token}'`],
    ['a bot token in an address', 'notes.md', `https://api.telegram.org/bot${token}/getMe`],
    ['a private key', 'key.pem', ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' ')],
    ['a token in an environment file', '.env.production', named('BOT_TOKEN', '=', 'hunter2')],
    ['a token of production', 'deploy.sh', named('export TELEGRAM_BOT_TOKEN_PROD', '=', '"abcdef"')],
    ['the secret of the API', 'run.sh', named('TELEGRAM_BOT_API_SECRET', '=', 'abcdef')],
    ['the secret of the webhook in YAML', 'k8s.yaml', named('  WEBHOOK_SECRET', ': ', 'abcdef')],
    ['a token in JSON', 'env.json', named('{"BOT_TOKEN"', ': ', '"abcdef"}')],
  ])('finds %s, and prints where but not what', (_what, file, text) => {
    write(file, `first line\n${text}\n`)
    const { code, said } = scan()
    expect(code).toBe(1)
    expect(said).toContain(`${file}:2: holds a`)
    expect(said).not.toMatch(/hunter2|abcdef|AAAA/)
  })

  it.each([
    ['a reference in YAML', 'compose.yml', 'BOT_TOKEN: ${BOT_TOKEN:?set it in .env}'],
    ['a reference in a shell line', 'run.sh', 'BOT_TOKEN=$TOKEN BOT_API_SECRET="${SECRET}" npm start'],
    ['an empty value', '.env.example', 'BOT_TOKEN=\nWEBHOOK_SECRET=\n'],
    ['a value to be filled in', 'README.md', 'BOT_TOKEN=<token> npm start, or BOT_TOKEN=... npm start'],
    ['a command that makes one', 'README.md', 'WEBHOOK_SECRET=$(openssl rand -hex 32)'],
    ['a schema', 'config.ts', 'const shape = { BOT_TOKEN: token, WEBHOOK_SECRET: z.string() }'],
    ['a time with a long hash', 'a.txt', `2026:${'a'.repeat(64)} 1234567:${'a'.repeat(40)}`],
  ])('passes %s', (_what, file, text) => {
    write(file, text)
    expect(scan()).toEqual({ code: 0, said: '' })
  })

  it('looks at tracked and new files, not at ignored ones', () => {
    write('tracked.txt', token)
    git('add', 'tracked.txt')
    write('.gitignore', '.run/')
    write('.run/secrets.json', token)
    write('new.txt', token)
    const { said } = scan()
    expect(said).toContain('tracked.txt:1')
    expect(said).toContain('new.txt:1')
    expect(said).not.toContain('.run')
  })

  it('does without git', () => {
    write('deep/file.txt', token)
    write('node_modules/a/file.txt', token)
    const { code, said } = scan({ PATH: folder })
    expect(code).toBe(1)
    expect(said).toContain('deep/file.txt:1')
    expect(said).not.toContain('node_modules')
  })

  it('passes a public value that is allowed by its hash', () => {
    write('fixture.txt', token)
    const hash = createHash('sha256').update(token).digest('hex')
    write('scripts/secret-scan-allowed.txt', `# test data\n${hash} made up\n`)
    expect(scan()).toEqual({ code: 0, said: '' })
  })

  it('passes over binary files and files that are gone', () => {
    write('image.png', `\0${token}`)
    write('gone.txt', token)
    git('add', '.')
    rmSync(join(folder, 'gone.txt'))
    expect(scan().code).toBe(0)
  })
})
