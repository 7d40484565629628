import { Composer } from 'grammy'
import {
  notifyOpenDays,
  pressOpenDayUpdate,
  typeOpenDayUpdate,
} from '../../use-cases/open-day-update/notify-open-days.ts'
import type { BotContext } from '../context.ts'
import { onAdminCommand, onAdminMessage, onAdminPress } from '../on-admin.ts'

/** Telling students of open days that were edited today. */
export const openDayUpdateFeature = new Composer<BotContext>()

onAdminCommand(openDayUpdateFeature, 'notifyopendaysupdate', notifyOpenDays)
onAdminPress(openDayUpdateFeature, 'open-day-update', pressOpenDayUpdate)
onAdminMessage(openDayUpdateFeature, async (visit, { message }) =>
  message?.text === undefined ? null : typeOpenDayUpdate(visit, message.text),
)
