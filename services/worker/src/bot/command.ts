import type { Translator } from '@abitly/text'
import type { CommandMeaning } from '../use-cases/static-views.ts'
import { COMMAND_WORDS } from './command-words.ts'

/** A command as it was sent. */
export interface Command {
  /** In lower case: people write commands in any. */
  name: string
  /** The bot it is addressed to, in lower case; null when it names none. */
  bot: string | null
  /** What follows it. */
  args: string
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?:\s+([\s\S]*))?$/i

/** A command that many bots have, and ours by another name. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['menu', 'start']])

/** Commands of students and the keys of their meanings. The only list: help, menus and groups go by it. */
const STUDENT_COMMANDS = [
  ['start', 'command-start'],
  ['myoffers', 'command-my-offers'],
  ['plan', 'command-plan'],
  ['statistics', 'command-statistics'],
  ['opendays', 'command-open-days'],
  ['myopendays', 'command-my-open-days'],
  ['opendayfilters', 'command-open-day-filters'],
  ['notifications', 'command-notifications'],
  ['myprofile', 'command-myprofile'],
  ['help', 'command-help'],
  ['language', 'command-language'],
  ['privacy', 'command-privacy'],
] as const

/** Commands of admins: as they are shown, and the keys of their meanings. */
const ADMIN_COMMANDS = [
  ['broadcast', 'command-broadcast'],
  ['campaigns', 'command-campaigns'],
  ['notifyOpenDaysUpdate', 'command-notify-open-days-update'],
  ['health', 'command-health'],
  ['stopsending', 'command-stop-sending'],
  ['resumesending', 'command-resume-sending'],
] as const

/** Reads a message as a command; null when it is none. */
export function readCommand(text: string | undefined): Command | null {
  const match = COMMAND.exec(text ?? '')
  if (match === null) return null
  const [, typed = '', bot, args = ''] = match
  const name = typed.toLowerCase()
  return { name: OTHER_NAMES.get(name) ?? name, bot: bot?.toLowerCase() ?? null, args: args.trim() }
}

/** Reads a message as a word that stands alone for a command; null when it is none. For private chats only. */
export function readCommandWord(text: string | undefined): Command | null {
  const name = COMMAND_WORDS.get(text?.trim().toLowerCase() ?? '')
  return name === undefined ? null : { name, bot: null, args: '' }
}

/** Whether a command is one of ours. */
export function isStudentCommand(name: string): boolean {
  return STUDENT_COMMANDS.some(([known]) => known === name)
}

/** Every command of students with its meaning in a language: for the help, and to register with Telegram. */
export function studentCommands(tr: Translator): CommandMeaning[] {
  return STUDENT_COMMANDS.map(([command, key]) => ({ command, description: tr.text(key) }))
}

/** Every command of admins with its meaning, written as people read it; it is understood in any case. */
export function adminCommands(tr: Translator): CommandMeaning[] {
  return ADMIN_COMMANDS.map(([command, key]) => ({ command, description: tr.text(key) }))
}
