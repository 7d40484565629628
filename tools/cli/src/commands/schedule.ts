import { createClock, loadConfig, processSection } from '@abitly/runtime'
import { isTaskName } from '@abitly/schedule'
import type { Command, Io } from '../command.ts'
import { withDatabase } from '../connect.ts'
import { listSchedule } from '../schedule/list-schedule.ts'
import { listRuns } from '../schedule/list-runs.ts'
import { runByHand } from '../schedule/run-by-hand.ts'

/** What recurs: when it is due next, how it went, and running it by hand. */
export const schedule: Command = {
  name: 'schedule',
  usage: '[<task> | run <task> [--slot 2027-01-24T07:00] [--again]]',
  summary:
    'list recurring tasks with their next slots and last outcomes; run one now, through the same ledger',
  async run(args, io) {
    const { process } = loadConfig({ process: processSection }, io.env)
    const place = { timeZone: process.timeZone, clock: createClock(process.clockOffsetMs) }
    const [first, ...rest] = args
    if (first === undefined) return withDatabase(io.env, (database) => listSchedule(database, place, io))
    if (first === 'run') return runByHand(rest, place, io)
    if (isTaskName(first) && rest.length === 0) {
      return withDatabase(io.env, (database) => listRuns(database, first, place, io))
    }
    return misunderstood(first, io)
  },
}

function misunderstood(name: string, io: Io): number {
  io.err(`There is no task "${name}". \`pnpm abitly schedule\` lists them.`)
  io.err(`Usage: pnpm abitly schedule ${schedule.usage}`)
  return 2
}
