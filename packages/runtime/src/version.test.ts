import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { versionOf } from './version.ts'

const folder = mkdtempSync(join(tmpdir(), 'abitly-version-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('versionOf', () => {
  it.each([
    ['{"version":"1.2.3"}', '1.2.3'],
    ['{}', 'unknown'],
    ['null', 'unknown'],
    ['{"version":5}', 'unknown'],
  ])('reads %s', (json, expected) => {
    const path = join(folder, 'package.json')
    writeFileSync(path, json)
    expect(versionOf(pathToFileURL(path))).toBe(expected)
  })
})
