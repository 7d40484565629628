import type { Campaign } from '@abitly/database'
import { dayText, kyivDate, kyivTime } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { adminNameInToast } from '../admin/admin-name.ts'
import type { AdminNames } from '../admin/admin-name.ts'

/** Who was first, for a press that came second: «Вже на паузі: 500, 14:03:10». */
export function alreadyToast(tr: Translator, campaign: Campaign, names: AdminNames, now: Date): string {
  const { state, changedBy, changedAt, finishedAt, pause } = campaign
  const by = (who: bigint | null, at: Date | null) => ({
    who: adminNameInToast(tr, names, who),
    time: shortTime(tr, at ?? now, now),
  })
  switch (state) {
    case 'draft':
    case 'scheduled':
    case 'planning':
      return tr.text('toast-not-started')
    case 'running':
      return tr.text('toast-already-running', by(changedBy, changedAt))
    case 'paused':
      return tr.text('toast-already-paused', by(pause?.by ?? null, pause?.at ?? null))
    case 'cancelled':
      return tr.text('toast-already-cancelled', by(changedBy, changedAt))
    case 'finished':
      return tr.text('toast-already-finished', { time: shortTime(tr, finishedAt ?? now, now) })
  }
}

/** A toast has room for the time or for the day. */
function shortTime(tr: Translator, at: Date, now: Date): string {
  return kyivDate(at) === kyivDate(now) ? kyivTime(at).timeWithSeconds : dayText(tr, at, now)
}
