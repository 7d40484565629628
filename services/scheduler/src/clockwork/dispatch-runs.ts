import { MOST_ATTEMPTS } from '@abitly/database'
import type { ScheduleRepository, Term } from '@abitly/database'
import { routineRun } from '@abitly/queue'
import type { Producer } from '@abitly/queue'
import type { Clock, Counter, Logger } from '@abitly/runtime'
import { runTask } from '@abitly/schedule'
import type { Routine } from '@abitly/schedule'
import type { Timetable } from './decide-slots.ts'
import { TermOver } from './term-over.ts'

export interface DispatchDependencies {
  timetable: Timetable
  /** What the leader does itself, by name of the task. */
  routines: Readonly<Record<string, Routine>>
  ledger: ScheduleRepository
  producer: Pick<Producer, 'enqueue'>
  clock: Clock
  leads: () => boolean
  runs: Counter<'task' | 'outcome'>
  logger: Logger
}

export interface Dispatcher {
  /**
   * Has the runs done that the ledger holds of these tasks: wakes a worker, or does them here and now.
   * @throws TermOver
   */
  dispatch(this: void, term: Term, runs: readonly { task: string }[]): Promise<void>
  /** Is a run of this task being done here? */
  isBusy(this: void, task: string): boolean
  /** Begins no more runs here; resolves when those in flight are over. */
  stop(): Promise<void>
}

export function createDispatcher(deps: DispatchDependencies): Dispatcher {
  const { timetable, ledger, producer, clock } = deps
  const stopper = new AbortController()
  const inFlight = new Map<string, Promise<void>>()
  const runHere = (term: Term, task: string): void => {
    const routine = deps.routines[task]
    if (routine === undefined || inFlight.has(task) || stopper.signal.aborted) return
    const work = runAsLeader(term, task, { routine, signal: stopper.signal }, deps)
    inFlight.set(
      task,
      work.finally(() => inFlight.delete(task)),
    )
  }
  return {
    isBusy: (task) => inFlight.has(task),
    async dispatch(term, runs) {
      const tasks = [...new Set(runs.map(({ task }) => task))]
      const forWorkers = tasks.filter((task) => timetable[task]?.runs === 'worker')
      for (const task of forWorkers) await producer.enqueue(routineRun, { task })
      const marked = forWorkers.length === 0 || (await ledger.markEnqueued(term, forWorkers, clock.now()))
      if (!marked) throw new TermOver()
      for (const task of tasks) if (timetable[task]?.runs === 'leader') runHere(term, task)
    },
    async stop() {
      stopper.abort()
      await Promise.all(inFlight.values())
    },
  }
}

/** Never rejects: what the surroundings cut off is looked after later. */
async function runAsLeader(
  term: Term,
  task: string,
  { routine, signal }: { routine: Routine; signal: AbortSignal },
  { ledger, clock, leads, runs, logger }: DispatchDependencies,
): Promise<void> {
  try {
    await runTask(task, routine, {
      ledger: {
        begin: (name, now) => (leads() ? ledger.begin(name, now, term) : Promise.resolve(null)),
        end: (run, end, now) => ledger.end(run, end, now),
        giveBack: (run) => ledger.giveBack(run),
      },
      ended: (name, outcome) => runs.inc({ task: name, outcome }),
      ...{ clock, logger, signal, mostAttempts: MOST_ATTEMPTS },
    })
  } catch (error) {
    logger.warn({ err: error, task }, 'a routine of the leader waits for its surroundings')
  }
}
