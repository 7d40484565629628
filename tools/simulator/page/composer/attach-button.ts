import { byId, h } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import { offerFile } from './attach-dialog.ts'
import type { Field } from './field.ts'

/** Sends a picture or any other file: chosen by the button, or pasted into the field. What was typed becomes the caption. */
export function mountAttachButton(page: Page, field: Field): void {
  const button = byId('attach')
  const label = page.texts.t('composer.attach')
  button.setAttribute('aria-label', label)
  button.title = label
  button.append(icon('attach'))
  const chooser = h('input', { testId: 'attach-file', attributes: { type: 'file', hidden: true } })
  button.after(chooser)
  button.addEventListener('click', () => {
    chooser.click()
  })
  const offer = (file: File | undefined): void => {
    if (file !== undefined) void offerFile(page, field, file)
  }
  chooser.addEventListener('change', () => {
    offer(chooser.files?.[0])
    chooser.value = ''
  })
  field.input.addEventListener('paste', (event) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
    if (file === undefined) return
    event.preventDefault()
    offer(file)
  })
}
