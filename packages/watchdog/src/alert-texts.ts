import {
  atStampText,
  createI18n,
  displayName,
  durationText,
  formatCount,
  pluralForm,
  stampText,
} from '@abitly/text'
import type { I18n, Translator } from '@abitly/text'
import type { Condition, ConditionOf } from './condition.ts'

/** The texts of alerts, in every language. */
export function loadAlertTexts(): I18n {
  return createI18n(new URL('../locales/', import.meta.url))
}

/** Sections of docs/runbook.md. */
export const RUNBOOK: Readonly<Record<Condition['kind'], string>> = {
  role: 'A role is silent',
  instance: 'A process is silent',
  webhook: 'No updates arrive',
  backlog: 'Updates pile up',
  'dead-letters': 'Dead letters',
}

export interface Beginning {
  since: Date
  now: Date
}

/** Effect, since when, next step. HTML. */
export function alertText(tr: Translator, condition: Condition, at: Beginning): string {
  const next = tr.text('alert-next', { section: RUNBOOK[condition.kind] })
  return `${startText(tr, condition, at)}\n\n${next}`
}

function startText(tr: Translator, condition: Condition, { since, now }: Beginning): string {
  const lasted = durationText(tr, (now.getTime() - since.getTime()) / 1_000)
  const stamp = stampText(tr, since, now)
  switch (condition.kind) {
    case 'role':
      return roleText(tr, condition, lasted, stamp)
    case 'instance':
      return instanceText(tr, condition, lasted, stamp)
    case 'webhook':
      return webhookText(tr, condition, atStampText(tr, since, now))
    case 'backlog':
      return tr.text('alert-backlog', { lasted, stamp, ...counted(tr, condition.chats) })
    case 'dead-letters':
      return deadLettersText(tr, condition, atStampText(tr, since, now))
  }
}

function roleText(tr: Translator, role: ConditionOf<'role'>, lasted: string, stamp: string): string {
  const args = { service: role.service, lasted, stamp }
  const heading = role.heard ? tr.text('alert-role', args) : tr.text('alert-role-unheard', args)
  return `${heading}\n${tr.text('alert-role-effect', { service: role.service })}`
}

/** A longer list helps nobody. */
const NAMES_SHOWN = 8

function instanceText(
  tr: Translator,
  { service, instance, left, oldestMs }: ConditionOf<'instance'>,
  lasted: string,
  stamp: string,
): string {
  const names = `${left.slice(0, NAMES_SHOWN).map(displayName).join(', ')}${left.length > NAMES_SHOWN ? '…' : ''}`
  return [
    tr.text('alert-instance', { name: processName(service, instance), lasted, stamp }),
    left.length > 0
      ? tr.text('alert-instance-left', { names, ...counted(tr, left.length) })
      : tr.text('alert-instance-alone', { service }),
    ...(oldestMs === undefined
      ? []
      : [tr.text('alert-instance-waits', { oldest: durationText(tr, oldestMs / 1_000) })]),
  ].join('\n')
}

function webhookText(tr: Translator, webhook: ConditionOf<'webhook'>, at: string): string {
  const args = {
    ...{ at, host: displayName(webhook.host), error: displayName(webhook.error) },
    ...counted(tr, webhook.pending),
  }
  const pending = tr.text('alert-webhook-waits', args)
  switch (webhook.problem) {
    case 'elsewhere':
      return `${tr.text('alert-webhook-elsewhere', args)}\n${pending}`
    case 'unset':
      return `${tr.text('alert-webhook-unset', args)}\n${pending}`
    case 'errors':
      return `${tr.text('alert-webhook-errors', args)}\n${pending}`
    case 'pending':
      return tr.text('alert-webhook-pending', args)
  }
}

function deadLettersText(tr: Translator, letters: ConditionOf<'dead-letters'>, at: string): string {
  const codes = letters.codes.map(
    ({ code, count }) => `<code>${code}</code> × ${formatCount(tr.language, count)}`,
  )
  return tr.text('alert-dead-letters', { at, codes: codes.join(', '), ...counted(tr, letters.count) })
}

export interface Ending {
  since: Date
  ended: Date
  /** The process is no more: stopped, or forgotten after a day. */
  gone: boolean
}

/** What is well again, and how long it was not. HTML. */
export function recoveryText(tr: Translator, condition: Condition, { since, ended, gone }: Ending): string {
  const lasted = durationText(tr, (ended.getTime() - since.getTime()) / 1_000)
  const from = stampText(tr, since, ended)
  const to = stampText(tr, ended, ended)
  return `${recoveryHeading(tr, condition, gone)}\n${tr.text('recovery-lasted', { from, to, lasted })}`
}

function recoveryHeading(tr: Translator, condition: Condition, gone: boolean): string {
  switch (condition.kind) {
    case 'role':
      return tr.text('recovery-role', { service: condition.service })
    case 'instance': {
      const name = processName(condition.service, condition.instance)
      return gone ? tr.text('recovery-instance-gone', { name }) : tr.text('recovery-instance', { name })
    }
    case 'webhook':
      return tr.text('recovery-webhook')
    case 'backlog':
      return tr.text('recovery-backlog')
    case 'dead-letters':
      return tr.text('recovery-dead-letters')
  }
}

/** «worker-2», but «worker 3f9c2a81d0b4» where the name does not say it. */
function processName(service: string, instance: string): string {
  return displayName(instance.startsWith(service) ? instance : `${service} ${instance}`)
}

function counted(tr: Translator, count: number): { count: string; form: string } {
  return { count: formatCount(tr.language, count), form: pluralForm(tr.language, count) }
}
