import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { loadScript, runScript } from './lua.ts'
import { createRedis } from './redis.ts'

const folder = mkdtempSync(join(tmpdir(), 'abitly-lua-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, source = 'return 1'): URL {
  const path = join(folder, name)
  writeFileSync(path, source)
  return pathToFileURL(path)
}

describe('loadScript', () => {
  it('takes name and number of keys from the file name', () => {
    const source = '-- Grüße\nreturn #KEYS'
    expect(loadScript(file('take-slot-12.lua', source))).toEqual({
      name: 'take-slot',
      keyCount: 12,
      source,
      sha: createHash('sha1').update(source).digest('hex'),
    })
  })

  it.each(['take-slot.lua', 'take-slot-x.lua', 'take-slot-2.txt', '2.lua'])('refuses the name %s', (name) => {
    expect(() => loadScript(file(name))).toThrow(`named <name>-<number of keys>.lua`)
  })
})

describe('runScript', () => {
  it('refuses a wrong number of keys before anything is sent', async () => {
    const unconnected = createRedis({ url: 'redis://127.0.0.1:1', profile: 'worker', name: 'test' })
    const script = loadScript(file('pair-2.lua'))
    await expect(runScript(unconnected, script, ['one'], [])).rejects.toThrow(
      'Script pair takes 2 keys, got 1',
    )
  })
})
