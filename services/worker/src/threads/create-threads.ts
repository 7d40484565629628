import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { defineFault } from '@abitly/runtime'
// A type only: the code of the tasks is loaded by the threads, not by whoever asks them.
import type { TaskInput, TaskName, TaskOutput } from './tasks.ts'

export interface RunOptions {
  /** Longest wait for the result, its turn in the queue included, in milliseconds. */
  timeoutMs: number
  /** Ends the work as well; `run` then rejects with its reason. */
  signal?: AbortSignal
}

/** Threads beside the main one, which serves all chats and must not be held up. */
export interface Threads {
  /**
   * Runs a task in the next free thread. Work that is over its time is ended together with its thread.
   * @throws Fault TASK_TOO_SLOW after `timeoutMs`; what the task throws, as a plain Error
   */
  run<K extends TaskName>(task: K, input: TaskInput<K>, options: RunOptions): Promise<TaskOutput<K>>
  /** Waits for what is running, refuses what comes later. */
  close(): Promise<void>
}

const taskTooSlow = defineFault('TASK_TOO_SLOW', 'Work in a thread did not finish before its deadline')

/** A thread with nothing to do ends after so many milliseconds. */
const IDLE_MS = 60_000
/** Sources need the loader and the condition they run under; builds need nothing. */
const SOURCES = import.meta.url.endsWith('.ts')
const THREAD = fileURLToPath(new URL(SOURCES ? './thread.ts' : './thread.js', import.meta.url))
const SOURCE_FLAGS = ['--conditions=development', '--import', 'tsx']

/**
 * Makes the pool; no thread starts before the first task.
 * @param size threads at most; default: a core stays with the main thread where there is more than one
 */
export function createThreads(size = Math.max(1, availableParallelism() - 1)): Threads {
  const pool = new Piscina({
    filename: THREAD,
    minThreads: 0,
    maxThreads: size,
    idleTimeout: IDLE_MS,
    recordTiming: false,
    // Neither the flags of this process nor its environment, where the token is.
    execArgv: SOURCES ? SOURCE_FLAGS : [],
    env: {},
  })
  let closed = false
  return {
    async run<K extends TaskName>(task: K, input: TaskInput<K>, { timeoutMs, signal }: RunOptions) {
      // A pool that never had a thread would start one even now.
      if (closed) throw new Error(`The threads are closed: ${task} is refused`)
      const late = AbortSignal.timeout(timeoutMs)
      const stop = signal === undefined ? late : AbortSignal.any([late, signal])
      try {
        return (await pool.run({ task, input }, { signal: stop })) as TaskOutput<K>
      } catch (error) {
        signal?.throwIfAborted()
        throw late.aborted ? taskTooSlow({ about: `${task}, ${timeoutMs} ms` }) : error
      }
    },
    async close() {
      closed = true
      await pool.close()
    },
  }
}
