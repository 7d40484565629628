import { fileSize } from '../model/file-size.ts'
import type { DialogButton } from '../ui/dialogs.ts'
import { showDialog } from '../ui/dialogs.ts'
import { h } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import type { Field } from './field.ts'
import { createFormatBar } from './format-bar.ts'
import { base64Of, shrunk } from './read-file.ts'

/** What a bot can be sent and fetch again, bytes. */
const FILE_MAX = 20 * 1024 * 1024

/** Shows the file with its caption, and sends it: a picture as a photo or as a file, anything else as a file. */
export async function offerFile(page: Page, field: Field, file: File): Promise<void> {
  const { t } = page.texts
  if (file.size > FILE_MAX) {
    page.toast(t('attach.too-large'), 'problem')
    return
  }
  const picture = file.type.startsWith('image/') ? await shrunk(file).catch(() => undefined) : undefined
  const caption = captionField(field.text())
  const choice = await showDialog(
    {
      label: t('composer.attach'),
      class: 'photo-dialog',
      testId: 'attach-dialog',
      buttons: buttonsFor(page, picture),
    },
    picture === undefined ? fileView(file) : h('img', { attributes: { src: picture, alt: '' } }),
    createFormatBar(page, caption, () => undefined),
    h('label', { class: 'field' }, t('photo.caption'), caption),
  )
  if (choice !== 'photo' && choice !== 'file') return
  const typed = field.text()
  field.set('')
  const sent =
    choice === 'photo' && picture !== undefined
      ? await page.actions.sendPhoto(picture.slice(picture.indexOf(',') + 1), caption.value)
      : await page.actions.sendDocument({ name: file.name, data: await base64Of(file) }, caption.value)
  // Not lost when the server is away, and not in the way of what was typed meanwhile.
  if (!sent && field.text() === '') field.set(typed)
}

function buttonsFor({ texts: { t } }: Page, picture: string | undefined): DialogButton[] {
  const cancel = { label: t('link.cancel'), value: '' }
  if (picture === undefined) return [{ label: t('composer.send'), value: 'file', primary: true }, cancel]
  return [
    { label: t('attach.as-photo'), value: 'photo', primary: true },
    { label: t('attach.as-file'), value: 'file' },
    cancel,
  ]
}

function captionField(text: string): HTMLTextAreaElement {
  const caption = h('textarea', {
    testId: 'caption',
    attributes: { maxlength: 2000, rows: 3, dir: 'auto', autofocus: true },
  })
  caption.value = text
  return caption
}

function fileView({ name, size }: File): HTMLElement {
  return h(
    'div',
    { class: 'document' },
    h('span', { class: 'document-sign' }, icon('file')),
    h(
      'span',
      { class: 'document-words' },
      h('span', { class: 'document-name', attributes: { dir: 'auto' } }, name),
      h('span', { class: 'document-size' }, fileSize(size)),
    ),
  )
}
