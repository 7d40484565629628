import { showDialog } from './dialogs.ts'
import { h } from './dom.ts'
import { attempt } from './attempt.ts'
import type { Page } from './page.ts'

/** Asks for a new person and becomes that person. */
export async function askNewPerson(page: Page): Promise<void> {
  const { t } = page.texts
  const name = h('input', {
    attributes: { required: true, maxlength: 64, autocomplete: 'off', autofocus: true },
  })
  const username = h('input', {
    attributes: { maxlength: 32, autocomplete: 'off', pattern: '[A-Za-z0-9_]*' },
  })
  const language = h(
    'select',
    {},
    ...['uk', 'en'].map((code) => h('option', { attributes: { value: code } }, code)),
  )
  const admin = h('input', { attributes: { type: 'checkbox' } })
  const buttons = [
    { label: t('people.create'), value: 'create', primary: true },
    { label: t('link.cancel'), value: '' },
  ]
  const choice = await showDialog(
    { label: t('people.add'), class: 'form-dialog', testId: 'new-person', buttons },
    h('h2', { class: 'dialog-title' }, t('people.add')),
    h('label', { class: 'field' }, t('people.name'), name),
    h('label', { class: 'field' }, t('people.username'), username),
    h('label', { class: 'field' }, t('people.language'), language),
    h('label', { class: 'field inline' }, admin, t('people.is-admin')),
  )
  if (choice !== 'create' || name.value.trim() === '') return
  const [firstName = '', ...rest] = name.value.trim().split(/\s+/u)
  await attempt(page, async () => {
    const user = await page.api.addUser({
      firstName,
      languageCode: language.value,
      isAdmin: admin.checked,
      ...(rest.length === 0 ? {} : { lastName: rest.join(' ') }),
      ...(username.value === '' ? {} : { username: username.value }),
    })
    page.store.update((state) => ({
      ...state,
      users: [...state.users.filter(({ id }) => id !== user.id), user],
    }))
    page.actions.selectPerson(user.id)
  })
}
