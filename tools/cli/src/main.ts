import { askAtTerminal } from './ask.ts'
import { runCommand } from './run-command.ts'

const atTerminal = process.stdin.isTTY && process.stdout.isTTY
const exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  ...(atTerminal ? { ask: askAtTerminal } : {}),
  ...(process.stderr.isTTY ? { draw: (text) => process.stderr.write(`\r${text}\u001B[K`) } : {}),
})
process.exit(exitCode)
