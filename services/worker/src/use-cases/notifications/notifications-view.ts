import type { QuietHours } from '@abitly/database'
import type { Translator } from '@abitly/text'
import { menuButton } from '../buttons.ts'
import { inRows } from '../keyboard-parts.ts'
import type { AskingButton, Button, View } from '../view.ts'
import { hears, NOTIFICATION_KINDS } from './notification-kind.ts'
import type { NotificationKind, Switches } from './notification-kind.ts'

/** Hours without sound that one can choose; equal ones: none. */
export const QUIET_CHOICES: readonly QuietHours[] = [
  { from: 21, until: 9 },
  { from: 22, until: 8 },
  { from: 23, until: 7 },
  { from: 0, until: 0 },
]

/** Under a message that we begin: switches off what it is about. */
export function muteButton(tr: Translator, of: NotificationKind): AskingButton {
  return { text: tr.text('button-mute'), press: { kind: 'mute', of } }
}

/** What reaches a student, each kind behind its own switch. */
export function notificationsView(tr: Translator, switches: Switches): View {
  const { enabled, settings } = switches
  const kinds = NOTIFICATION_KINDS.map((of): Button[] => {
    const isOn = hears(switches, of)
    const name = tr.text('notification-kind', { kind: of })
    return [
      { text: isOn ? tr.text('chosen', { name }) : name, press: { kind: 'switch-kind', of, on: !isOn } },
    ]
  })
  const quiet: Button = { text: tr.text('button-quiet-hours'), press: { kind: 'quiet-hours', hours: null } }
  const all: Button = {
    text: tr.text(enabled ? 'button-mute-all' : 'button-unmute-all'),
    press: { kind: 'notifications', enabled: !enabled },
    ...(enabled ? {} : { style: 'primary' as const }),
  }
  return {
    text: enabled
      ? tr.text('notifications', { quiet: quietText(tr, settings.quiet) })
      : tr.text('notifications-off'),
    keyboard: [...kinds, enabled ? [quiet, all] : [all], [menuButton(tr)]],
  }
}

/** Which hours to be without sound. */
export function quietHoursView(tr: Translator, { settings }: Switches): View {
  const choices = QUIET_CHOICES.map((hours): Button => {
    const name = hoursText(tr, hours) ?? tr.text('button-quiet-never')
    const { from, until } = settings.quiet
    const isChosen = from === hours.from && until === hours.until
    return { text: isChosen ? tr.text('chosen', { name }) : name, press: { kind: 'quiet-hours', hours } }
  })
  const back: Button = { text: tr.text('button-back'), press: { kind: 'open-notifications' } }
  return { text: tr.text('quiet-hours-question'), keyboard: [...inRows(choices, 2), [back]] }
}

function quietText(tr: Translator, quiet: QuietHours): string {
  const hours = hoursText(tr, quiet)
  return hours === null ? tr.text('quiet-never') : tr.text('quiet-from-until', { hours })
}

/** «22:00–08:00»; null where there are none. */
function hoursText(tr: Translator, { from, until }: QuietHours): string | null {
  if (from === until) return null
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
  return tr.text('quiet-span', { from: clock(from), until: clock(until) })
}
