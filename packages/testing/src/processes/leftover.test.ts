import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { endLeftoverOf, isOurs, readPid } from './leftover.ts'
import { spawnService } from './spawn-service.ts'
import { createTempFolder } from './temp-folder.ts'

const folder = createTempFolder('leftover-test')
const pidFile = join(folder.path, 'server.pid')
const sleeper = join(folder.path, 'sleeper.mjs')
writeFileSync(sleeper, 'setInterval(() => {}, 1e3)')

describe('endLeftoverOf', () => {
  it('ends the process of an earlier run and removes its file', async () => {
    const service = await spawnService({ name: 'sleeper', script: sleeper })
    writeFileSync(pidFile, `${service.pid}\nmore lines`)
    expect(isOurs(service.pid, 'sleeper.mjs')).toBe(true)
    await endLeftoverOf(pidFile, 'sleeper.mjs', 'SIGTERM')
    expect(await service.exited).toEqual({ code: null, signal: 'SIGTERM' })
    expect(readPid(pidFile)).toBeUndefined()
  })

  it('leaves a stranger alone whose id was used before by ours', async () => {
    const service = await spawnService({ name: 'sleeper', script: sleeper })
    writeFileSync(pidFile, String(service.pid))
    await endLeftoverOf(pidFile, 'postgres', 'SIGTERM')
    expect(service.isRunning()).toBe(true)
    expect(readPid(pidFile)).toBeUndefined()
    await service.stop()
  })

  it('is content when there is nothing', async () => {
    await expect(endLeftoverOf(pidFile, 'postgres', 'SIGTERM')).resolves.toBeUndefined()
  })
})
