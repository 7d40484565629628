import type { Tx } from './client.ts'

/** Hours in Kyiv (0–23) in which messages that we begin arrive without sound; `from` = `until`: none. */
export interface QuietHours {
  from: number
  until: number
}

/** Of which kinds of news a student hears, and when without sound. */
export interface NotificationSettings {
  /** Reminders of open days and their changes. */
  openDays: boolean
  /** Changes of the offers a student follows. */
  offerChanges: boolean
  /** Broadcasts. */
  news: boolean
  quiet: QuietHours
}

/** Which messages that we begin reach whom (`notification_settings`); no row: all of them. */
export interface NotificationSettingsRepository {
  of(chatId: bigint): Promise<NotificationSettings>
  save(chatId: bigint, settings: NotificationSettings): Promise<void>
}

/** What everybody begins with. */
export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = {
  openDays: true,
  offerChanges: true,
  news: true,
  quiet: { from: 22, until: 8 },
}

export function createNotificationSettingsRepository(tx: Tx): NotificationSettingsRepository {
  return {
    of: async (chatId) => {
      const row = await tx.notificationSetting.findUnique({ where: { chatId } })
      if (row === null) return DEFAULT_NOTIFICATION_SETTINGS
      const { openDays, offerChanges, news, quietFrom, quietUntil } = row
      return { openDays, offerChanges, news, quiet: { from: quietFrom, until: quietUntil } }
    },
    save: async (chatId, { openDays, offerChanges, news, quiet }) => {
      const data = { openDays, offerChanges, news, quietFrom: quiet.from, quietUntil: quiet.until }
      await tx.notificationSetting.upsert({ where: { chatId }, create: { chatId, ...data }, update: data })
    },
  }
}
