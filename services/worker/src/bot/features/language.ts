import { Composer } from 'grammy'
import type { I18n } from '@abitly/text'
import { chooseLanguage, languagesView } from '../../use-cases/languages.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onNavigation } from '../on-press.ts'

/** The language of the bot's texts, at first Telegram's own. */
export function languageFeature(i18n: I18n): Composer<BotContext> {
  const feature = new Composer<BotContext>()
  onCommand(feature, 'language', (ctx) => languagesView(ctx.visit.tr))
  onNavigation(feature, 'languages', (ctx) => languagesView(ctx.visit.tr))
  onNavigation(feature, 'language', (ctx, { language }) => chooseLanguage(ctx.visit, i18n[language]))
  return feature
}
