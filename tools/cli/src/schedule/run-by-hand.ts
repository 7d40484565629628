import type { Database, ScheduleRun } from '@abitly/database'
import { createProducer, routineRun } from '@abitly/queue'
import { pause } from '@abitly/runtime'
import { TIMETABLE, isTaskName } from '@abitly/schedule'
import type { TaskName } from '@abitly/schedule'
import { parseArgs } from 'node:util'
import type { Io } from '../command.ts'
import { withDatabase, withRedis } from '../connect.ts'
import type { Place } from './place.ts'
import { chooseSlot } from './chosen-slot.ts'
import { momentText, outcomeText } from './describe-run.ts'

/** How long one waits here for the end of a run. */
const PATIENCE_MS = 60_000
const LOOK_EVERY_MS = 300
const ENDED = new Set(['done', 'missed', 'failed'])

/** `schedule run <task> [--slot …] [--again]`: claims the slot as the leader would, and tells what became of it. */
export async function runByHand(args: readonly string[], place: Place, io: Io): Promise<number> {
  const wish = readWish(args)
  if (wish === null) {
    io.err('Usage: pnpm abitly schedule run <task> [--slot 2027-01-24T07:00] [--again]')
    return 2
  }
  const { task, again } = wish
  const { timeZone, clock } = place
  if (again && !isRepeatable(task)) {
    io.err(`${task} cannot be done again: people would hear of it twice.`)
    return 2
  }
  const chosen = chooseSlot(TIMETABLE[task], wish.slot, timeZone, clock.now())
  if (chosen.kind !== 'slot') {
    io.err(explain(chosen, task, timeZone))
    return 2
  }
  return withDatabase(io.env, (database) => request(database, { task, slot: chosen.slot, again }, place, io))
}

function isRepeatable(task: TaskName): boolean {
  return TIMETABLE[task].repeatable
}

interface Wish {
  task: TaskName
  again: boolean
}

function readWish(args: readonly string[]): (Wish & { slot: string | undefined }) | null {
  try {
    const options = { slot: { type: 'string' }, again: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [task, ...more] = positionals
    if (task === undefined || !isTaskName(task) || more.length > 0) return null
    return { task, slot: values.slot, again: values.again }
  } catch {
    return null
  }
}

function explain(
  chosen: Exclude<ReturnType<typeof chooseSlot>, { kind: 'slot' }>,
  task: TaskName,
  timeZone: string,
): string {
  switch (chosen.kind) {
    case 'unreadable':
      return '--slot takes 2027-01-24T07:00 (clocks of the time zone) or a moment such as 2027-01-24T05:00:00Z.'
    case 'ahead':
      return `That slot of ${task} lies ahead: the clock will see to it.`
    case 'no-slot': {
      const [before, after] = [chosen.before, chosen.after].map((at) => momentText(at, timeZone))
      return `${task} has no slot then. Its neighbours: ${before} and ${after} (${timeZone}).`
    }
  }
}

async function request(
  { repositories }: Database,
  { task, slot, again }: Wish & { slot: Date },
  { timeZone, clock }: Place,
  io: Io,
): Promise<number> {
  const { schedule } = repositories
  const about = `${task} of ${momentText(slot, timeZone)}`
  const requested = await schedule.request({ task, slot }, again, clock.now())
  if (requested.kind === 'stays' && ENDED.has(requested.run.state)) {
    io.out(`${about} stays as it is: ${outcomeText(requested.run)}`)
    if (isRepeatable(task)) io.out('--again does it once more.')
    return 0
  }
  if (TIMETABLE[task].runs === 'worker') await wakeWorkers(task, io)
  io.out(
    `${about} is claimed; waiting for ${TIMETABLE[task].runs === 'worker' ? 'a worker' : 'the leader'} …`,
  )
  const run = await waitForEnd(() => schedule.find({ task, slot }))
  if (run !== null && ENDED.has(run.state)) {
    io.out(`${about}: ${outcomeText(run)}`)
    return run.state === 'done' ? 0 : 1
  }
  io.err(
    `${about} is ${run?.state ?? 'gone'} after a minute. Does a ${TIMETABLE[task].runs} run? It stays claimed.`,
  )
  return 1
}

async function wakeWorkers(task: TaskName, io: Io): Promise<void> {
  await withRedis(io.env, async (redis) => {
    const producer = createProducer(redis)
    await producer.enqueue(routineRun, { task })
    await producer.close()
  })
}

async function waitForEnd(look: () => Promise<ScheduleRun | null>): Promise<ScheduleRun | null> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const run = await look()
    if (run === null || ENDED.has(run.state) || performance.now() > until) return run
    await pause(LOOK_EVERY_MS)
  }
}
