import type { ApiCall } from '../page-api.ts'
import { createActions } from './actions.ts'
import type { Actions } from './actions.ts'
import { createCommands } from './commands.ts'
import type { Commands } from './commands.ts'
import type { Cast } from './cast.ts'
import { createEvents } from './events.ts'
import type { Events } from './events.ts'
import { createFiles } from './files.ts'
import type { Files } from './files.ts'
import { createMessages } from './messages.ts'
import type { Messages } from './messages.ts'
import type { BotIdentity } from './model.ts'
import { createPeople } from './people.ts'
import type { People } from './people.ts'
import { createQueries } from './queries.ts'
import type { Queries } from './queries.ts'
import { Ring } from './ring.ts'
import { splitMessages } from './split-messages.ts'

/** Entries kept of each log: calls, deliveries, violations. */
export const LOG_KEPT = 2000

export interface MenuButton {
  type: 'default' | 'commands' | 'web_app'
  text?: string
  web_app?: { url: string }
}

/** Everything the simulated Telegram remembers. */
export interface World extends People {
  /** Unix milliseconds. */
  now(): number
  bot: BotIdentity
  messages: Messages
  files: Files
  commands: Commands
  /** Key 0 is the default of all private chats. */
  menuButtons: Map<number, MenuButton>
  queries: Queries
  calls: Ring<ApiCall>
  events: Events
  actions: Actions
  counters: { calls: number; sends: number; violations: number; delivered: number }
}

interface WorldOptions {
  now: () => number
  bot: BotIdentity
  cast: Cast
  adminIds: readonly number[]
  answerWithinMs: number
  crowdMessages: number
}

export function createWorld(options: WorldOptions): World {
  const events = createEvents()
  const people = createPeople(options.cast, options.adminIds)
  return {
    ...people,
    now: options.now,
    bot: options.bot,
    messages: splitMessages({
      people: createMessages(),
      crowd: createMessages(options.crowdMessages),
      isCrowd: (chatId) => people.users.get(chatId)?.crowd === true,
    }),
    files: createFiles(options.bot.id),
    commands: createCommands(),
    menuButtons: new Map(),
    queries: createQueries(options.now, options.answerWithinMs),
    calls: new Ring(LOG_KEPT),
    events,
    actions: createActions(events),
    counters: { calls: 0, sends: 0, violations: 0, delivered: 0 },
  }
}
