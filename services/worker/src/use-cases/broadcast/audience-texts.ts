import type { AudienceCount, AudienceFilter, Repositories } from '@abitly/database'
import { counted, formatCount } from '@abitly/text'
import type { Translator } from '@abitly/text'
import { CHOICE_FIELDS } from '../choices/choice-field.ts'
import type { ChoiceField } from '../choices/choice-field.ts'
import { namesText } from '../choices/choice-list.ts'
import { choicesOf } from '../choices/choices.ts'
import { chosenIn } from './audience-filter.ts'

/** Labels of what is chosen, by field. */
export type ChosenNames = Readonly<Record<ChoiceField, readonly string[]>>

/** Reads the labels of what is chosen; asks for no list that nothing is chosen of. */
export async function chosenNames(
  choices: Repositories['choices'],
  filter: AudienceFilter,
  { language }: Translator,
): Promise<ChosenNames> {
  const names: Record<ChoiceField, string[]> = { region: [], university: [], speciality: [] }
  for (const field of CHOICE_FIELDS) {
    const chosen = chosenIn(filter, field)
    const all = chosen.length === 0 ? [] : await choicesOf(choices, field, language)
    names[field] = all.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
  }
  return names
}

/** «Українська · активні за 30 днів · Львівська область»: all conditions, or that there is none. */
export function audienceSummary(tr: Translator, filter: AudienceFilter, names: ChosenNames): string {
  if (filter.base === 'test') return tr.text('broadcast-base-test')
  const { base, language, activeWithinDays: days } = filter
  const conditions = [
    ...(base === 'all' ? [] : [tr.text('broadcast-base', { base })]),
    ...(language === null ? [] : [tr.text('broadcast-language', { language })]),
    ...(days === null ? [] : [tr.text('broadcast-active', counted(tr, 'days', days))]),
    ...CHOICE_FIELDS.flatMap((field) => (names[field].length === 0 ? [] : [namesText(tr, names[field])])),
  ]
  const summary = conditions.length === 0 ? tr.text('broadcast-base', { base }) : conditions.join(' · ')
  return summary.charAt(0).toUpperCase() + summary.slice(1)
}

/** «Отримають 600. Не отримають: 41 без сповіщень, 17 недоступних.» When nobody does, why. */
export function countText(tr: Translator, { recipients, muted, unreachable }: AudienceCount): string {
  const reasons = [
    ...(muted === 0 ? [] : [tr.text('broadcast-muted', counted(tr, 'muted', muted))]),
    ...(unreachable === 0 ? [] : [tr.text('broadcast-unreachable', counted(tr, 'unreachable', unreachable))]),
  ]
  const getting = tr.text('broadcast-recipients', { recipients: formatCount(tr.language, recipients) })
  const leftOut = reasons.length === 0 ? [] : [tr.text('broadcast-left-out', { reasons: reasons.join(', ') })]
  const line = [getting, ...leftOut].join(' ')
  if (recipients > 0) return line
  return `${line}\n${tr.text(reasons.length === 0 ? 'broadcast-nobody' : 'broadcast-nobody-reachable')}`
}
