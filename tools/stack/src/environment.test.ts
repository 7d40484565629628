import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

const folder = mkdtempSync(join(tmpdir(), 'abitly-env-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, '.env')
writeFileSync(file, '# a comment\nWORKERS=4\nSCHEDULERS=1\nACCOUNT_LINK_URL="https://example.org/a b"\n')

describe('readEnvironment', () => {
  it('reads the file, and lets the environment win', () => {
    expect(readEnvironment(file, { WORKERS: '3', PATH: '/bin' })).toEqual({
      WORKERS: '3',
      SCHEDULERS: '1',
      ACCOUNT_LINK_URL: 'https://example.org/a b',
      PATH: '/bin',
    })
  })

  it('takes an empty variable for none', () => {
    expect(readEnvironment(file, { WORKERS: '' })['WORKERS']).toBe('4')
  })

  it('needs no file', () => {
    expect(readEnvironment(join(folder, 'missing'), { A: '1' })).toEqual({ A: '1' })
  })
})
