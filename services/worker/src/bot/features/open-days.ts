import { Composer } from 'grammy'
import { MY_PLACE } from '../../use-cases/open-days/open-day-list.ts'
import { attendOpenDay, openDayCalendar, showOpenDay } from '../../use-cases/open-days/show-open-day.ts'
import { showOpenDays } from '../../use-cases/open-days/show-open-days.ts'
import { watchUniversity } from '../../use-cases/open-days/show-university.ts'
import type { BotContext } from '../context.ts'
import { onCommand } from '../on-command.ts'
import { onChange, onNavigation, onPress } from '../on-press.ts'

/** Open days: lists, one of them, coming to it. */
export const openDaysFeature = new Composer<BotContext>()

onCommand(openDaysFeature, 'opendays', (ctx) => showOpenDays(ctx.visit))
onCommand(openDaysFeature, 'myopendays', (ctx) => showOpenDays(ctx.visit, MY_PLACE))
onNavigation(openDaysFeature, 'open-days', (ctx, { place }) => showOpenDays(ctx.visit, place ?? undefined))
onPress(openDaysFeature, 'open-day', async (ctx, { openDayId, place }) => {
  const view = await showOpenDay(ctx.visit, openDayId, place)
  // A message that we began stays as it is: it holds news.
  if (place === null) ctx.send(view)
  else ctx.show(view)
})
onChange(openDaysFeature, 'attend', (ctx, press) => attendOpenDay(ctx.visit, press))
onChange(openDaysFeature, 'watch', (ctx, press) => watchUniversity(ctx.visit, press))
onPress(openDaysFeature, 'calendar', async (ctx, { openDayId, place }) => {
  const file = await openDayCalendar(ctx.visit, openDayId)
  if (file === null) ctx.show(await showOpenDay(ctx.visit, openDayId, place))
  else {
    const { event, fileName, caption } = file
    const payload = { chat_id: ctx.chatId, caption, parse_mode: 'HTML' }
    ctx.call({ method: 'sendDocument', payload, document: { calendar: event, fileName } })
  }
})
