import { readFileSync } from 'node:fs'

export interface CommandList {
  scope: { type: 'all_private_chats' }
  language_code?: string
  commands: { command: string; description: string }[]
}

const FILE = new URL('../../locales/commands.json', import.meta.url)

/** The command menus to register: Ukrainian for everybody, English for those whose app is in English. */
export function commandLists(): CommandList[] {
  const texts = JSON.parse(readFileSync(FILE, 'utf8')) as Record<'uk' | 'en', Record<string, string>>
  const list = (language: 'uk' | 'en') =>
    Object.entries(texts[language]).map(([command, description]) => ({ command, description }))
  return [
    { scope: { type: 'all_private_chats' }, commands: list('uk') },
    { scope: { type: 'all_private_chats' }, language_code: 'en', commands: list('en') },
  ]
}
