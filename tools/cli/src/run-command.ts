import { ConfigError, scrub } from '@abitly/runtime'
import type { Command, Io } from './command.ts'
import { deadLetters } from './commands/dead-letters.ts'
import { importCommand } from './commands/import.ts'
import { linkToken } from './commands/link-token.ts'
import { migrateCommand } from './commands/migrate.ts'
import { refreshSearch } from './commands/refresh-search.ts'
import { releaseLock } from './commands/release-lock.ts'
import { schedule } from './commands/schedule.ts'
import { seed } from './commands/seed.ts'

const COMMANDS: readonly Command[] = [
  migrateCommand,
  seed,
  refreshSearch,
  importCommand,
  deadLetters,
  schedule,
  releaseLock,
  linkToken,
]

/**
 * Runs `pnpm abitly <name> <args>`.
 * @returns the exit code: 0 done, 1 failed, 2 misunderstood
 */
export async function runCommand([name, ...args]: readonly string[], io: Io): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') return help(io)
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined) {
    io.err(`There is no command "${name}". \`pnpm abitly help\` lists them.`)
    return 2
  }
  try {
    return await command.run(args, io)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    io.err(error instanceof ConfigError ? message : `${name} failed: ${scrub(message)}`)
    return 1
  }
}

function help(io: Io): number {
  io.out('pnpm abitly <command>\n')
  for (const { name, usage, summary } of COMMANDS)
    io.out(`  ${[name, usage].join(' ').trim()}\n      ${summary}`)
  return 0
}
