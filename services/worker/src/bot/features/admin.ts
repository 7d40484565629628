import { Composer } from 'grammy'
import type { BotContext } from '../context.ts'
import { broadcastFeature } from './broadcast.ts'
import { campaignsFeature } from './campaigns.ts'
import { healthFeature } from './health.ts'
import { openDayUpdateFeature } from './open-day-update.ts'
import { sendingSwitchFeature } from './sending-switch.ts'

/** What admins can do. For anybody else none of it exists: their updates go on as if it were not there. */
export const adminFeature = new Composer<BotContext>()

adminFeature
  .filter(({ visit }) => visit.admin !== null)
  .use(broadcastFeature, campaignsFeature, openDayUpdateFeature, sendingSwitchFeature, healthFeature)
