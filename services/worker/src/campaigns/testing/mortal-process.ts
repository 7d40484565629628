import type { Database, Repositories } from '@abitly/database'
import type { Producer } from '@abitly/queue'
import type { Call } from '@abitly/telegram'

/** The end of a process in a test. */
export class Died extends Error {
  constructor() {
    super('The process died')
  }
}

/** A process that dies at one of the points it passes: before or after anything that others can see. */
export interface MortalProcess {
  /** Points passed so far. */
  points(): number
  database(database: Database): Database
  producer(producer: Pick<Producer, 'enqueue'>): Pick<Producer, 'enqueue'>
  call(call: Call): Call
}

/** @param diesAt the point (from 1) at which it dies; from then on nothing it does has any effect */
export function createMortalProcess(diesAt = Infinity): MortalProcess {
  let points = 0
  const pass = (): void => {
    points += 1
    if (points >= diesAt) throw new Died()
  }
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    pass()
    const result = await work()
    pass()
    return result
  }
  const guard = <T extends object>(repository: T): T =>
    Object.fromEntries(
      Object.entries(repository as Record<string, (...args: unknown[]) => Promise<unknown>>).map(
        ([name, verb]) => [name, (...args: unknown[]) => around(() => verb(...args))],
      ),
    ) as T
  const guardAll = (repositories: Repositories): Repositories =>
    Object.fromEntries(
      Object.entries(repositories).map(([name, one]) => [name, guard(one as object)]),
    ) as unknown as Repositories
  return {
    points: () => points,
    database: (database) => ({
      ...database,
      repositories: guardAll(database.repositories),
      transaction: (run) => around(() => database.transaction((repositories) => run(guardAll(repositories)))),
    }),
    producer: ({ enqueue }) => ({ enqueue: (job, payload) => around(() => enqueue(job, payload)) }),
    call: (call) => (method, payload, options) => around(() => call(method, payload, options)),
  }
}
