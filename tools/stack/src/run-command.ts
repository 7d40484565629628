import { join } from 'node:path'
import { describeExit, startProcess } from '@abitly/testing'
import type { Environment } from './environment.ts'
import type { RunPaths } from './paths.ts'
import { tailOf } from './readiness.ts'
import { StackError } from './stack-error.ts'

/**
 * Runs one of the operators' commands, such as `migrate`.
 * @throws StackError with the end of what it wrote when it fails
 */
export async function runCommand(
  script: string,
  command: string,
  env: Environment,
  paths: RunPaths,
  args: readonly string[] = [],
): Promise<void> {
  const started = await startProcess({
    name: command,
    command: process.execPath,
    args: [script, command, ...args],
    env,
    logFile: join(paths.logs, `${command}.log`),
    stop: { signal: 'SIGTERM', graceMs: 10_000 },
  })
  const exit = await started.exited
  if (exit.code !== 0) {
    throw new StackError(`\`pnpm abitly ${command}\` ${describeExit(exit)}. It wrote:\n${tailOf(started)}`)
  }
}
