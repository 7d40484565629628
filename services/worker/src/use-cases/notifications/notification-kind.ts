import type { NotificationSettings } from '@abitly/database'

/** What we write about without being asked. */
export const NOTIFICATION_KINDS = ['openDays', 'offerChanges', 'news'] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** All switches of a student. */
export interface Switches {
  /** False: nothing comes, whatever the kinds say. */
  enabled: boolean
  settings: NotificationSettings
}

const EVERY_KIND = { openDays: true, offerChanges: true, news: true }

/** Everything on or off. Off keeps no kind off, so that whoever turns it on again hears of all. */
export function withAll({ settings }: Switches, on: boolean): Switches {
  return { enabled: on, settings: { ...settings, ...EVERY_KIND } }
}

/** One kind on or off. The first one on ends the silence for itself only; with the last one all is off. */
export function withKind(switches: Switches, kind: NotificationKind, on: boolean): Switches {
  const { enabled, settings } = switches
  if (!enabled) {
    if (!on) return switches
    const onlyThis = { openDays: false, offerChanges: false, news: false, [kind]: true }
    return { enabled: true, settings: { ...settings, ...onlyThis } }
  }
  const changed = { ...settings, [kind]: on }
  const anyLeft = NOTIFICATION_KINDS.some((one) => changed[one])
  return anyLeft ? { enabled, settings: changed } : withAll(switches, false)
}

/** Whether a kind reaches its student. */
export function hears({ enabled, settings }: Switches, kind: NotificationKind): boolean {
  return enabled && settings[kind]
}
