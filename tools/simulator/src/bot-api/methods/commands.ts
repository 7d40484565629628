import type { CommandScope } from '../../store/commands.ts'
import { botProfile } from '../../store/page-view.ts'
import type { World } from '../../store/world.ts'
import type { SimCommand } from '../../page-api.ts'
import type { Args } from '../args.ts'
import { integer, isObject, json, text } from '../args.ts'
import type { Method } from '../method.ts'
import { badRequest } from '../refusal.ts'
import { findChat } from '../target-chat.ts'

const COMMANDS_MAX = 100
const NAME_MAX = 32
const DESCRIPTION_MAX = 256

export const setMyCommands: Method = {
  name: 'setMyCommands',
  run({ args }, { world }) {
    const commands = readCommands(args)
    const scope = readScope(world, args)
    const language = readLanguage(args)
    if (commands.length === 0) world.commands.remove(scope, language)
    else world.commands.set(scope, language, commands)
    announce(world)
    return true
  },
}

export const deleteMyCommands: Method = {
  name: 'deleteMyCommands',
  run({ args }, { world }) {
    world.commands.remove(readScope(world, args), readLanguage(args))
    announce(world)
    return true
  },
}

export const getMyCommands: Method = {
  name: 'getMyCommands',
  run: ({ args }, { world }) => world.commands.get(readScope(world, args), readLanguage(args)),
}

function announce(world: World): void {
  world.events.emit(() => ({ type: 'bot', bot: botProfile(world, undefined) }))
}

function readLanguage(args: Args): string {
  const language = text(args, 'language_code')
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('Invalid language code specified')
  return language
}

function readCommands(args: Args): SimCommand[] {
  const given = json(args, 'commands', "Can't parse commands JSON object") ?? []
  if (!Array.isArray(given)) throw badRequest('Expected an Array of BotCommand')
  if (given.length > COMMANDS_MAX) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  return given.map((item: unknown) => readCommand(item))
}

function readCommand(item: unknown): SimCommand {
  if (!isObject(item)) throw badRequest("Can't parse BotCommand: expected an Object")
  for (const field of ['command', 'description']) {
    if (typeof item[field] !== 'string')
      throw badRequest(`Can't parse BotCommand: Can't find field "${field}"`)
  }
  const command = text(item, 'command').trim().replace(/^\//, '')
  const description = text(item, 'description').trim()
  if (command === '') throw badRequest('Command must be non-empty')
  if (command.length > NAME_MAX) throw badRequest(`Command length must not exceed ${NAME_MAX}`)
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
  if (description === '') throw badRequest('Command description must be non-empty')
  if (Array.from(description).length > DESCRIPTION_MAX) {
    throw badRequest(`Command description length must not exceed ${DESCRIPTION_MAX}`)
  }
  return { command, description }
}

const PLAIN_SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const
const CHAT_SCOPES = ['chat', 'chat_administrators', 'chat_member'] as const

function readScope(world: World, args: Args): CommandScope {
  const given = json(args, 'scope', "Can't parse BotCommandScope JSON object")
  if (given === undefined) return { type: 'default' }
  if (!isObject(given)) throw badRequest("Can't parse BotCommandScope: BotCommandScope must be an Object")
  const plain = PLAIN_SCOPES.find((type) => type === given['type'])
  if (plain !== undefined) return { type: plain }
  const type = CHAT_SCOPES.find((name) => name === given['type'])
  if (type === undefined) throw badRequest("Can't parse BotCommandScope: Unsupported type specified")
  if (text(given, 'chat_id') === '') throw badRequest("Can't parse BotCommandScope: Empty chat_id specified")
  const chat = findChat(world, given)
  // The bot has never met this user: Telegram does not admit that there is such a chat.
  if (chat.type === 'private' && world.users.get(chat.id)?.started !== true)
    throw badRequest('chat not found')
  if (type !== 'chat' && chat.type === 'private')
    throw badRequest("Can't use specified scope in private chats")
  if (type !== 'chat_member') return { type, chatId: chat.id }
  const userId = integer(given, 'user_id') ?? 0
  if (userId <= 0) throw badRequest("Can't parse BotCommandScope: Invalid user_id specified")
  return { type, chatId: chat.id, userId }
}
