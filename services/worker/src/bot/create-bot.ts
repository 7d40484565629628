import { Bot } from 'grammy'
import type { BotConfig, Middleware } from 'grammy'
import type { Update } from 'grammy/types'
import type { I18n } from '@abitly/text'
import { BotContext } from './context.ts'
import type { UpdateScope } from './context.ts'
import { adminFeature } from './features/admin.ts'
import { adminMenuFeature } from './features/admin-menu.ts'
import { gradesFeature } from './features/grades.ts'
import { groupFeature } from './features/group.ts'
import { helpFeature } from './features/help.ts'
import { languageFeature } from './features/language.ts'
import { linkFeature } from './features/link.ts'
import { membershipFeature } from './features/membership.ts'
import { myOffersFeature } from './features/my-offers.ts'
import { notificationsFeature } from './features/notifications.ts'
import { openDayFiltersFeature, openDaySearchFeature } from './features/open-day-filters.ts'
import { openDaysFeature } from './features/open-days.ts'
import { offersFeature } from './features/offers.ts'
import { picturesFeature } from './features/pictures.ts'
import { planFeature, planSearchFeature } from './features/plan.ts'
import { profileFeature } from './features/profile.ts'
import { privacyFeature } from './features/privacy.ts'
import { searchFeature } from './features/search.ts'
import { startFeature } from './features/start.ts'
import { statisticsFeature } from './features/statistics.ts'
import { trackingFeature } from './features/tracking.ts'
import { unhandledFeature, unknownCommandFeature } from './features/unhandled.ts'
import { meetStudent } from './meet-student.ts'
import type { ClaimTokens, VisitSettings } from './meet-student.ts'
import { refuseCalls } from './refuse-calls.ts'
import type { InstantApi } from './refuse-calls.ts'

/** Who the bot is, as `getMe` tells. */
export type BotInfo = NonNullable<BotConfig<BotContext>['botInfo']>

export interface BotDependencies {
  botInfo: BotInfo
  i18n: I18n
  settings: VisitSettings
  instantApi: InstantApi
  linkTokens: ClaimTokens
  /** What belongs to this very update. */
  scopeOf: (update: Update) => UpdateScope
}

/** grammY wants a token; ours makes no call of its own, so it gets none that is worth anything. */
const NO_TOKEN = 'none'

/** Puts the features together. The order decides who hears an update first; `unhandledFeature` is last. */
export function createBot(deps: BotDependencies): Bot<BotContext> {
  const { botInfo, i18n, settings, instantApi, linkTokens, scopeOf } = deps
  const bot = new Bot<BotContext>(NO_TOKEN, { botInfo, ContextConstructor: BotContext })
  bot.api.config.use(refuseCalls(instantApi))
  bot.use(
    openScope(scopeOf),
    membershipFeature,
    groupFeature(i18n),
    meetStudent(i18n, settings, linkTokens),
    adminMenuFeature(i18n),
    linkFeature,
    startFeature,
    helpFeature,
    languageFeature(i18n),
    notificationsFeature,
    privacyFeature,
    myOffersFeature,
    statisticsFeature,
    openDaysFeature,
    openDayFiltersFeature,
    planFeature,
    profileFeature,
    adminFeature,
    unknownCommandFeature,
    offersFeature,
    trackingFeature,
    picturesFeature,
    gradesFeature,
    openDaySearchFeature,
    planSearchFeature,
    searchFeature,
    unhandledFeature,
  )
  return bot
}

function openScope(scopeOf: BotDependencies['scopeOf']): Middleware<BotContext> {
  return (ctx, next) => {
    ctx.scope = scopeOf(ctx.update)
    ctx.scope.chatId = ctx.chatId === undefined ? null : BigInt(ctx.chatId)
    return next()
  }
}
