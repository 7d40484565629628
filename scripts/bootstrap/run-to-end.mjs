import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { onStopSignal } from './signals.mjs'

/**
 * Runs node with these arguments in the foreground until it ends. Signals are passed on; whatever it leaves in its
 * process group is ended; should this process be killed, the child sees its IPC channel close.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code that is the verdict
 */
export async function runToEnd(args) {
  // In a group of its own: of a Ctrl-C it gets only what is passed on, once.
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const forget = onStopSignal((signal) => child.kill(signal))
  const { code, signal } = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  forget()
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody left.
  }
  if (signal === null) return code
  process.stderr.write(`\nIt was ended by ${signal}. What it had started is being stopped.\n`)
  return 128 + constants.signals[signal]
}
