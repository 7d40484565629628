import { spawnService } from '@abitly/testing'
import type { OwnedProcess } from '@abitly/testing'

/** Scripts of this folder that run as processes of their own. */
export type Script = 'sender-process' | 'planner-process' | 'reminder-process'

/** Starts a script with its order. */
export function startChild(script: Script, order: object): Promise<OwnedProcess> {
  return spawnService({
    name: script,
    script: `bench/dist/support/${script}.js`,
    env: { ORDER: JSON.stringify(order) },
    graceMs: 2_000,
  })
}

/** What a script was told. Its shape is what the code that starts the script passes on. */
export function readOrder<T>(): T {
  return JSON.parse(process.env['ORDER'] ?? '{}') as T
}

/** Runs a script to its end; it prints its result as the last line. */
export async function runChild<T>(script: Script, order: object): Promise<T> {
  const child = await startChild(script, order)
  await ended(child)
  return JSON.parse(child.logs().trim().split('\n').at(-1) ?? '') as T
}

/** @throws Error with what the process wrote when it failed */
export async function ended(child: OwnedProcess): Promise<void> {
  const { code } = await child.exited
  if (code !== 0) throw new Error(`${child.name} failed: ${child.logs()}`)
}
