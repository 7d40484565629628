import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { isAlive } from '../../guard/alive.mjs'
import { waitFor } from '../wait-for.ts'
import { describeExit } from './owned-process.ts'
import { spawnService } from './spawn-service.ts'
import { createTempFolder } from './temp-folder.ts'

const folder = createTempFolder('spawn-test')
afterAll(() => folder.remove())

function script(name: string, code: string): string {
  const path = join(folder.path, `${name}.mjs`)
  writeFileSync(path, code)
  return path
}

describe('spawnService', () => {
  it('runs a script with the given environment and keeps what it wrote, also after its end', async () => {
    const path = script('greets', 'process.stdout.write(`${process.env.NAME} ${process.env.VITEST ?? "-"}`)')
    const service = await spawnService({ name: 'greets', script: path, env: { NAME: 'Olha' } })
    expect(await service.exited).toEqual({ code: 0, signal: null })
    expect(service.logs()).toBe('Olha -')
    expect(service.isRunning()).toBe(false)
  })

  it('stops a service that takes its leave', async () => {
    const code = `process.on('SIGTERM', () => process.exit(7)); process.stdout.write('up'); setInterval(() => {}, 1e3)`
    const service = await spawnService({ name: 'polite', script: script('polite', code) })
    await waitFor(() => service.logs() === 'up', { what: 'the service to be up' })
    expect(describeExit(await service.stop())).toBe('exited with code 7')
    expect(isAlive(service.pid)).toBe(false)
  })

  it('kills one that does not', async () => {
    const code = `process.on('SIGTERM', () => {}); process.stdout.write('up'); setInterval(() => {}, 1e3)`
    const service = await spawnService({ name: 'stubborn', script: script('stubborn', code), graceMs: 50 })
    await waitFor(() => service.logs() === 'up', { what: 'the service to be up' })
    expect(describeExit(await service.stop())).toBe('was killed by SIGKILL')
  })
})
