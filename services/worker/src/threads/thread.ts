import { TASKS } from './tasks.ts'
import type { TaskName } from './tasks.ts'

/** What a thread runs: one task after another. The pool loads this file; nobody imports it. */
export default function runTask({ task, input }: { task: TaskName; input: unknown }): unknown {
  return (TASKS[task] as (input: unknown) => unknown)(input)
}
