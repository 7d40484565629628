import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTempFolder } from '@abitly/testing'
import type { TempFolder } from '@abitly/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { localEnvironment } from './local-environment.ts'

let folder: TempFolder
let stackFile: string
beforeEach(() => {
  folder = createTempFolder('stack')
  stackFile = join(folder.path, 'stack.json')
  writeFileSync(stackFile, JSON.stringify({ databaseUrl: 'postgresql://here', redisUrl: 'redis://here' }))
})
afterEach(() => folder.remove())

it('names the servers of the platform that runs here', () => {
  expect(localEnvironment({ TZ: 'Europe/Kyiv' }, stackFile)).toEqual({
    TZ: 'Europe/Kyiv',
    DATABASE_URL: 'postgresql://here',
    DB_SSL: 'false',
    REDIS_URL: 'redis://here',
  })
})

it.each(['DATABASE_URL', 'DB_HOST', 'REDIS_URL'])('mixes nothing with a %s that is given', (name) => {
  const env = { [name]: 'elsewhere' }
  expect(localEnvironment(env, stackFile)).toBe(env)
})

it('takes the environment as it is when no platform runs', () => {
  const env = { REDIS_URL: '' }
  expect(localEnvironment(env, join(folder.path, 'none.json'))).toBe(env)
})
