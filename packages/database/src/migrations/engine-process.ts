import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { databaseUnavailable, migrationFailed } from '../faults.ts'
import type { Log } from '../log.ts'
import { isUnavailable } from '../unavailability.ts'
import type { EngineAnswer, EngineRequest } from './engine-actions.ts'
import type { Failure } from './engine-failure.ts'

/** What the child says. */
export type FromChild =
  | { kind: 'log'; message: string; facts?: Record<string, unknown> }
  | { kind: 'answer'; answer: EngineAnswer }
  | ({ kind: 'failure' } & Failure)

/**
 * Has a child process run one request with the schema engine. The request, which holds the database's password,
 * goes through the pipe between the two and stands in no argument list.
 * @throws Fault DATABASE_UNAVAILABLE or MIGRATION_FAILED
 */
export async function inEngineProcess(request: EngineRequest, log: Log): Promise<EngineAnswer> {
  const child = startChild()
  let answer: EngineAnswer | undefined
  let failure: Failure | undefined
  child.on('message', (said: FromChild) => {
    if (said.kind === 'log') log(said.message, said.facts)
    else if (said.kind === 'answer') answer = said.answer
    else failure = said
  })
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  child.send(request, () => undefined) // a child that died at once is told by its exit
  const code = await exited
  if (answer !== undefined) return answer
  throw fault(failure ?? { code: undefined, message: `the engine's process ended with ${code}` })
}

/** Runs the entry beside this file: the built one with plain node, the source with tsx. */
function startChild(): ChildProcess {
  const fromSource = import.meta.url.endsWith('.ts')
  const entry = new URL(fromSource ? 'engine-child.ts' : 'engine-child.js', import.meta.url)
  return fork(fileURLToPath(entry), {
    execArgv: fromSource ? ['--conditions=development', '--import', tsx()] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

function tsx(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}

function fault({ code, message }: Failure): Error {
  const cause = Object.assign(new Error(message), code === undefined ? {} : { code })
  return isUnavailable(cause) ? databaseUnavailable({ cause }) : migrationFailed({ about: message, cause })
}
