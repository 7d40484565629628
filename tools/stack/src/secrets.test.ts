import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keptSecrets } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'abitly-secrets-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('makes secrets once, in the forms that are asked for, readable by their owner only', () => {
  const file = join(folder, 'secrets.json')
  const made = keptSecrets(file)
  expect(made.botToken).toMatch(/^\d{9}:[A-Za-z0-9_-]{35}$/)
  expect(made.webhookSecret).toMatch(/^[A-Za-z0-9_-]{32,256}$/)
  expect(made.apiSecret.length).toBeGreaterThanOrEqual(32)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(keptSecrets(file)).toEqual(made)
  expect(keptSecrets(join(folder, 'other.json'))).not.toEqual(made)
})
