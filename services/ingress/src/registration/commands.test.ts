import { describe, expect, it } from 'vitest'
import { commandLists } from './commands.ts'

describe('the command menus', () => {
  const lists = commandLists()

  it('are Ukrainian for everybody, English where the app is English', () => {
    expect(lists.map(({ scope, language_code }) => [scope.type, language_code])).toEqual([
      ['all_private_chats', undefined],
      ['all_private_chats', 'en'],
    ])
  })

  it('offer the same commands in both languages, in the same order', () => {
    const [uk, en] = lists.map(({ commands }) => commands.map(({ command }) => command))
    expect(uk).toEqual(en)
  })

  it('keep to what Telegram accepts', () => {
    for (const { command, description } of lists.flatMap((list) => list.commands)) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description.length).toBeGreaterThanOrEqual(1)
      expect(description.length).toBeLessThanOrEqual(256)
    }
  })
})
