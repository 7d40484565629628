import { ConfigError } from '@abitly/runtime'
import type { Environment } from './environment.ts'
import { readEnvironment } from './environment.ts'
import { prepareRunFolder } from './paths.ts'
import { resolvePlan } from './plan.ts'
import { createProgress } from './progress.ts'
import { createReleases } from './releases.ts'
import { screen } from './screen.ts'
import { keptSecrets } from './secrets.ts'
import type { Scripts } from './services.ts'
import { StackError } from './stack-error.ts'
import { startStack } from './start-stack.ts'
import { stopOnSignals } from './stop-on-signals.ts'

export interface StackSetting {
  /** Holds data, logs and state; made when it does not exist. */
  readonly runFolder: string
  /** Variables for those the environment does not give; need not exist. */
  readonly envFile: string
  readonly env: Environment
  readonly scripts: Scripts
}

/** Runs the whole platform until somebody asks it to end. Exits 1 when it cannot start. */
export async function runStack({ runFolder, envFile, env, scripts }: StackSetting): Promise<void> {
  const say = (text: string): void => void process.stdout.write(text)
  // A closed terminal must not keep the stack from ending properly.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
  const releases = createReleases((name, error) => say(`  ${name} could not be stopped: ${String(error)}\n`))
  const stop = stopOnSignals(releases, say)
  try {
    const paths = prepareRunFolder(runFolder)
    const user = readEnvironment(envFile, env)
    const plan = resolvePlan(user, keptSecrets(paths.secrets))
    const stack = await startStack({ plan, paths, scripts, user, progress: createProgress(say), releases })
    say(screen(stack, paths.folder, process.uptime()))
  } catch (error) {
    if (stop.asked()) return
    process.stderr.write(`\n${explain(error)}\n`)
    await stop.now(1)
  }
}

/** What we have foreseen speaks for itself; anything else is a defect and shows where. */
function explain(error: unknown): string {
  if (error instanceof StackError || error instanceof ConfigError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
