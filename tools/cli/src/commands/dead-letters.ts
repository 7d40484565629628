import type { Database, DeadUpdate } from '@abitly/database'
import { createLaneInlet } from '@abitly/queue'
import type { IncomingUpdate } from '@abitly/queue'
import { withDatabase, withRedis } from '../connect.ts'
import type { Command, Io } from '../command.ts'

const LISTED = 50

/** Updates that were given up: look at them, run them again, or drop them. */
export const deadLetters: Command = {
  name: 'dead-letters',
  usage: '[replay <update id> | replay --all | drop <update id>]',
  summary: 'list updates that were given up; replay puts one back into its chat lane',
  async run(args, io) {
    const work = workOf(args)
    if (work !== null) return withDatabase(io.env, (database) => work(database, io))
    io.err(`Usage: pnpm abitly dead-letters ${deadLetters.usage}`)
    return 2
  },
}

/** @returns null when the arguments make no sense */
function workOf([action, target]: readonly string[]):
  ((database: Database, io: Io) => Promise<number>) | null {
  if (action === undefined) return list
  if (target === undefined) return null
  if (action === 'replay') return (database, io) => replay(database, target, io)
  // Dropping is for good: one at a time, by its id.
  if (action === 'drop' && target !== '--all') return (database, io) => drop(database, target, io)
  return null
}

async function list(database: Database, io: Io): Promise<number> {
  const letters = await database.repositories.processedUpdates.dead(LISTED)
  if (letters.length === 0) io.out('No dead letters: every update was handled.')
  for (const letter of letters) {
    io.out(`${letter.updateId}  ${letter.at.toISOString()}  ${letter.error ?? 'no reason recorded'}`)
  }
  return 0
}

async function replay(database: Database, target: string, io: Io): Promise<number> {
  const chosen = await choose(database, target)
  if (chosen.length === 0) {
    io.err(`There is no dead letter ${target}. \`pnpm abitly dead-letters\` lists them.`)
    return 1
  }
  await withRedis(io.env, async (redis) => {
    const inlet = createLaneInlet(redis, { maxDepth: Number.MAX_SAFE_INTEGER })
    for (const { update } of chosen) await inlet.replay(update as IncomingUpdate, JSON.stringify(update))
    await inlet.close()
  })
  io.out(`${chosen.length} update(s) put back into their lanes. A success replaces the dead letter.`)
  return 0
}

async function choose(database: Database, target: string): Promise<DeadUpdate[]> {
  const letters = await database.repositories.processedUpdates.dead(1_000)
  return target === '--all' ? letters : letters.filter(({ updateId }) => String(updateId) === target)
}

async function drop(database: Database, target: string, io: Io): Promise<number> {
  const [letter] = await choose(database, target)
  if (letter === undefined) {
    io.err(`There is no dead letter ${target}. \`pnpm abitly dead-letters\` lists them.`)
    return 1
  }
  await database.repositories.processedUpdates.dropDead(letter.botId, letter.updateId)
  io.out(`Dead letter ${target} is dropped.`)
  return 0
}
