import { attempt } from '../ui/attempt.ts'
import { showDialog } from '../ui/dialogs.ts'
import { h } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'

const COUNT = 600
const COUNT_MAX = 100_000
const BLOCKED_PERCENT = 2

/** Asks how many people there shall be, and how many of them leave. */
export async function askForCrowd(page: Page): Promise<void> {
  const { t } = page.texts
  const count = number(COUNT, { min: 1, max: COUNT_MAX, autofocus: true })
  count.dataset['testid'] = 'crowd-count'
  const blocked = number(BLOCKED_PERCENT, { min: 0, max: 100, step: 'any' })
  blocked.dataset['testid'] = 'crowd-blocked'
  const deactivated = number(0, { min: 0, max: COUNT_MAX })
  const language = h(
    'select',
    {},
    h('option', { attributes: { value: '' } }, t('crowd.language.mixed')),
    ...['uk', 'en'].map((code) => h('option', { attributes: { value: code } }, code)),
  )
  const buttons = [
    { label: t('people.create'), value: 'create', primary: true },
    { label: t('link.cancel'), value: '' },
  ]
  const choice = await showDialog(
    { label: t('crowd.add'), class: 'form-dialog', testId: 'new-crowd', buttons },
    h('h2', { class: 'dialog-title' }, t('crowd.add')),
    h('label', { class: 'field' }, t('crowd.count'), count),
    h('label', { class: 'field' }, t('crowd.blocked-share'), blocked),
    h('label', { class: 'field' }, t('crowd.deactivated'), deactivated),
    h('label', { class: 'field' }, t('people.language'), language),
    h('p', { class: 'dialog-hint' }, t('crowd.hint')),
  )
  if (choice !== 'create') return
  await attempt(page, () =>
    page.api.addCrowd({
      count: count.valueAsNumber,
      blockedShare: blocked.valueAsNumber / 100,
      deactivated: deactivated.valueAsNumber,
      ...(language.value === '' ? {} : { languageCode: language.value }),
    }),
  )
}

/** Asks whether everybody of the crowd shall go. */
export async function confirmRemoval(page: Page): Promise<void> {
  const { t } = page.texts
  const buttons = [
    { label: t('crowd.remove-yes'), value: 'remove', primary: true },
    { label: t('link.cancel'), value: '' },
  ]
  const choice = await showDialog(
    { label: t('crowd.remove'), testId: 'crowd-removal', buttons },
    h('p', { class: 'dialog-text' }, t('crowd.remove-question')),
  )
  if (choice !== 'remove') return
  const gone = await attempt(page, () => page.api.removeCrowd())
  const { users, me } = page.store.get()
  const played = users.find((user) => user.id === me)
  const other = users.find((user) => user.crowd !== true)
  if (gone && played?.crowd === true && other !== undefined) page.actions.selectPerson(other.id)
}

function number(value: number, attributes: Record<string, string | number | boolean>): HTMLInputElement {
  return h('input', {
    attributes: { type: 'number', value, required: true, inputmode: 'numeric', ...attributes },
  })
}
