import { expect, it } from 'vitest'
import { createCommands } from './commands.ts'
import type { CommandScope } from './commands.ts'

const named = (command: string): { command: string; description: string }[] => [{ command, description: 'x' }]
const student = { userId: 1, languageCode: 'uk-UA' }
const chat = { id: 1, type: 'private' } as const

/** From the weakest to the strongest; each must win over all before it. */
const order: [CommandScope, string, string][] = [
  [{ type: 'default' }, '', 'default'],
  [{ type: 'default' }, 'uk', 'default_uk'],
  [{ type: 'all_private_chats' }, '', 'private'],
  [{ type: 'all_private_chats' }, 'uk', 'private_uk'],
  [{ type: 'chat', chatId: 1 }, '', 'chat'],
  [{ type: 'chat', chatId: 1 }, 'uk', 'chat_uk'],
]

it('looks commands up in the order of Telegram', () => {
  const commands = createCommands()
  for (const [scope, language, name] of order) {
    commands.set(scope, language, named(name))
    expect(commands.seenBy(student, chat)).toEqual(named(name))
  }
  expect(commands.seenBy({ userId: 2, languageCode: 'en' }, { id: 2, type: 'private' })).toEqual(
    named('private'),
  )
  commands.remove({ type: 'chat', chatId: 1 }, 'uk')
  expect(commands.seenBy(student, chat)).toEqual(named('chat'))
})

it('shows groups their own list', () => {
  const commands = createCommands()
  commands.set({ type: 'default' }, '', named('default'))
  commands.set({ type: 'all_private_chats' }, '', named('private'))
  expect(commands.seenBy(student, { id: -5, type: 'group' })).toEqual(named('default'))
  commands.set({ type: 'chat_member', chatId: -5, userId: 1 }, '', named('member'))
  expect(commands.seenBy(student, { id: -5, type: 'group' })).toEqual(named('member'))
})
