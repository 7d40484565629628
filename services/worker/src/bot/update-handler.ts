import { BotError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Repositories } from '@abitly/database'
import type { Clock } from '@abitly/runtime'
import type { I18n } from '@abitly/text'
import type { AdminSettings, ShortlistOffers, StudentSettings } from '../use-cases/visit.ts'
import { apologise, tooFast } from './apologies.ts'
import type { UpdateScope } from './context.ts'
import { createBot } from './create-bot.ts'
import type { BotInfo } from './create-bot.ts'
import type { ClaimTokens } from './meet-student.ts'
import type { InstantApi } from './refuse-calls.ts'
import type { HandledUpdate } from './reply.ts'
import { withTyping } from './typing.ts'

export interface UpdateHandlerDependencies {
  botInfo: BotInfo
  i18n: I18n
  clock: Clock
  config: StudentSettings & AdminSettings
  instantApi: InstantApi
  linkTokens: ClaimTokens
  shortlist: ShortlistOffers
}

/** Turns updates into replies. */
export interface UpdateHandler {
  /** Runs one update inside the transaction of `repos`; what a feature throws is thrown on as it is. */
  handle(update: unknown, repos: Repositories, signal: AbortSignal): Promise<HandledUpdate>
  /** What to say about an update that was given up. Touches no database: that may be what fails. */
  apology(update: unknown): HandledUpdate
  /** What to say, once, to a chat whose waiting updates were dropped. */
  tooFast(chatId: bigint): HandledUpdate
}

/** Builds the bot; once per process. */
export function createUpdateHandler(deps: UpdateHandlerDependencies): UpdateHandler {
  const { botInfo, i18n, clock, config, instantApi, linkTokens, shortlist } = deps
  const scopes = new WeakMap<Update, UpdateScope>()
  const bot = createBot({
    botInfo,
    i18n,
    settings: { student: config, admin: config, shortlist },
    instantApi,
    linkTokens,
    scopeOf: (update) => known(scopes, update),
  })
  return {
    async handle(input, repos, signal) {
      signal.throwIfAborted()
      const update = asUpdate(input)
      const scope: UpdateScope = { chatId: null, repos, now: clock.now(), replies: [], answered: false }
      scopes.set(update, scope)
      await withTyping(update, instantApi, () => bot.handleUpdate(update)).catch(throwCause)
      return { chatId: scope.chatId, replies: scope.replies }
    },
    apology: (input) => apologise(i18n, asUpdate(input)),
    tooFast: (chatId) => tooFast(i18n, chatId),
  }
}

function asUpdate(input: unknown): Update {
  const isUpdate = typeof input === 'object' && input !== null && 'update_id' in input
  if (!isUpdate || typeof input.update_id !== 'number')
    throw new Error('This is no update: it has no update_id')
  return input as Update
}

function known(scopes: WeakMap<Update, UpdateScope>, update: Update): UpdateScope {
  const scope = scopes.get(update)
  if (scope === undefined) throw new Error('An update reached the bot past its handler')
  return scope
}

/** grammY wraps what a feature throws together with the update; the error alone says what failed. */
function throwCause(error: unknown): never {
  throw error instanceof BotError ? error.error : error
}
