import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { TEST_TOKEN } from './testing.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const main = fileURLToPath(new URL('main.ts', import.meta.url))

it('runs as a process, stops soon after SIGTERM and never prints the token', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    cwd: root,
    env: { ...process.env, SIMULATOR_BOT_TOKEN: TEST_TOKEN, SIMULATOR_PORT: '0' },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  await expect.poll(() => output, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+/)
  const url = /http:\S+/.exec(output)?.[0] ?? ''
  expect(await (await fetch(`${url}/healthcheck`)).text()).toBe('OK')
  await new Promise<void>((resolve) => {
    get(`${url}/sim/events`, () => resolve()).on('error', () => undefined)
  })
  await fetch(`${url}/bot${TEST_TOKEN}/getMe`)
  const began = Date.now()
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(Date.now() - began).toBeLessThan(5000)
  expect(output).not.toContain(TEST_TOKEN.slice(-35))
}, 30_000)
