import { Composer } from 'grammy'
import { helpView, linkHelpView } from '../../use-cases/static-views.ts'
import type { View } from '../../use-cases/view.ts'
import { adminCommands, studentCommands } from '../command.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onNavigation } from '../on-press.ts'

/** What the bot can do, and where links come from. */
export const helpFeature = new Composer<BotContext>()

const help = ({ visit: { tr, admin } }: BotContext): View =>
  helpView(tr, studentCommands(tr), admin === null ? [] : adminCommands(tr))

onCommand(helpFeature, 'help', help)
onNavigation(helpFeature, 'help', help)
onNavigation(helpFeature, 'link-help', (ctx) => linkHelpView(ctx.visit.tr))
