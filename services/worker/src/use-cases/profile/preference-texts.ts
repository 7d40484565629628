import type { Preferences } from '@abitly/database'
import type { Translator } from '@abitly/text'

/** «1–2», «3 і далі», or that it is not known yet. */
export function priorityText(tr: Translator, priority: Preferences['priority']): string {
  return tr.text('profile-priority', { priority: priority ?? 'unknown' })
}

/** «квот немає», «Квота-1», or that it is not known yet. */
export function quotaText(tr: Translator, quota: Preferences['quota']): string {
  return tr.text('profile-quota', { quota: quota ?? 'unknown' })
}
