import { fileURLToPath } from 'node:url'
import { askAtTerminal } from './ask.ts'
import { localEnvironment } from './local-environment.ts'
import { runCommand } from './run-command.ts'

/** `tools/cli/{src,dist}` is three levels below the root of the project. */
const STACK_FILE = fileURLToPath(new URL('../../../.run/stack.json', import.meta.url))

const atTerminal = process.stdin.isTTY && process.stdout.isTTY
const exitCode = await runCommand(process.argv.slice(2), {
  env: localEnvironment(process.env, STACK_FILE),
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  ...(atTerminal ? { ask: askAtTerminal } : {}),
  ...(process.stderr.isTTY ? { draw: (text) => process.stderr.write(`\r${text}\u001B[K`) } : {}),
})
process.exit(exitCode)
