import { Composer } from 'grammy'
import { showExample } from '../../use-cases/show-example.ts'
import { showMenu } from '../../use-cases/show-menu.ts'
import { start } from '../../use-cases/start.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onNavigation } from '../on-press.ts'

/** The way in, the example, and the menu every view leads back to. */
export const startFeature = new Composer<BotContext>()

onCommand(startFeature, 'start', (ctx, payload) => start(ctx.visit, payload))
onNavigation(startFeature, 'menu', (ctx) => showMenu(ctx.visit))
onNavigation(startFeature, 'example', (ctx) => showExample(ctx.visit))
