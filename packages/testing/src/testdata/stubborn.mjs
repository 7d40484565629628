/** Ignores polite signals, and has a child of its own that does too. */
import { spawn } from 'node:child_process'
import { setInterval } from 'node:timers'
import { fileURLToPath } from 'node:url'

process.on('SIGTERM', () => {})
if (process.argv[2] !== 'child') {
  spawn(process.execPath, [fileURLToPath(import.meta.url), 'child'], { stdio: 'ignore' })
  process.stdout.write('up')
}
setInterval(() => {}, 1_000)
