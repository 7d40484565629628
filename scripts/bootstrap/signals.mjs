import { readFileSync } from 'node:fs'
import { clearInterval, setInterval } from 'node:timers'

/** Ctrl-C arrives twice: from the terminal, and once more forwarded by npm. */
const SAME_PRESS_MS = 500
const PARENT_CHECK_MS = 500

/**
 * Calls `stop` with the signal each time somebody asks this process to end. npm dying counts as being asked: it is what
 * the user sees as the running program.
 * @param {(signal: NodeJS.Signals) => void} stop
 * @returns {() => void} ends the watching
 */
export function onStopSignal(stop) {
  let last = 0
  const ask = (signal) => {
    if (Date.now() - last < SAME_PRESS_MS) return
    last = Date.now()
    stop(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, ask)
  const forgetParent = onParentGone(() => ask('SIGTERM'))
  return () => {
    for (const signal of signals) process.off(signal, ask)
    forgetParent()
  }
}

/** Started by hand (`node scripts/bootstrap.mjs start &`), it may well outlive the shell; started by npm, not npm. */
function onParentGone(gone) {
  if (process.env.npm_lifecycle_event === undefined) return () => {}
  const first = lineage()
  const timer = setInterval(() => {
    if (lineage() === first) return
    clearInterval(timer)
    gone()
  }, PARENT_CHECK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Who started this process: npm, perhaps by way of a shell. Changes when one of them is gone. */
function lineage() {
  const parent = process.ppid
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    return /^(sh|dash|bash|ash|zsh)$/.test(name) ? `${parent} ${grandparent}` : `${parent}`
  } catch {
    return `${parent}`
  }
}
