import { spawn } from 'node:child_process'
import { onStopSignal } from './signals.mjs'

const TAIL_LINES = 40

/**
 * Runs one preparing command: one line on the screen, its output only when it fails, which ends this process.
 * @param {string} label what the user sees
 * @param {string[]} command
 * @param {string[]} args
 * @param {string} advice what to do when it fails
 */
export async function runStep(label, [command, ...first], args, advice) {
  process.stdout.write(`  ${label} ... `)
  const begin = Date.now()
  // In a group of its own, to be ended whole.
  const child = spawn(command, [...first, ...args], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  let asked = false
  const forget = onStopSignal(() => {
    asked = true
    killGroup(child.pid)
  })
  const failure = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)))
  })
  forget()
  if (failure === undefined) {
    process.stdout.write(`${((Date.now() - begin) / 1000).toFixed(1)} s\n`)
    return
  }
  if (asked) {
    process.stdout.write('stopped\n')
    process.exit(130)
  }
  const tail = Buffer.concat(output).toString('utf8').trimEnd().split('\n').slice(-TAIL_LINES)
  process.stdout.write(`failed (${failure})\n`)
  process.stderr.write(`\n${tail.join('\n')}\n\n${label} failed. ${advice}\n`)
  process.exit(1)
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
