import type { SimCommand } from '../page-api.ts'

/** The commands that fit what is being typed, or undefined when no command is being typed. */
export function matchingCommands(commands: readonly SimCommand[], typed: string): SimCommand[] | undefined {
  const match = /^\/(\w*)$/.exec(typed)
  if (match === null) return undefined
  const prefix = (match[1] ?? '').toLowerCase()
  return commands.filter((command) => command.command.toLowerCase().startsWith(prefix))
}
