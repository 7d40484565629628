import { showDialog } from '../ui/dialogs.ts'
import { byId, h } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import type { Field } from './field.ts'

/** Pictures are made this small on the longer side before they are sent, as messengers do. */
const LONGEST_SIDE = 1280

/** Sends a picture: chosen by the button, or pasted into the field. What was typed becomes the caption. */
export function mountPhotoButton(page: Page, field: Field): void {
  const button = byId('attach')
  const label = page.texts.t('composer.photo')
  button.setAttribute('aria-label', label)
  button.title = label
  button.append(icon('attach'))
  const chooser = h('input', { attributes: { type: 'file', accept: 'image/*', hidden: true } })
  button.after(chooser)
  button.addEventListener('click', () => {
    chooser.click()
  })
  const offer = (file: File | undefined): void => {
    if (file !== undefined) void offerPhoto(page, field, file)
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

async function offerPhoto(page: Page, field: Field, file: File): Promise<void> {
  const { t } = page.texts
  const url = await shrink(file).catch(() => undefined)
  if (url === undefined) {
    page.toast(t('photo.unreadable'), 'problem')
    return
  }
  const caption = h('input', {
    attributes: { maxlength: 1024, placeholder: t('photo.caption'), autofocus: true },
  })
  caption.value = field.text()
  const choice = await showDialog(
    {
      label: t('composer.photo'),
      class: 'photo-dialog',
      testId: 'photo-dialog',
      buttons: [
        { label: t('composer.send'), value: 'send', primary: true },
        { label: t('link.cancel'), value: '' },
      ],
    },
    h('img', { attributes: { src: url, alt: '' } }),
    h('label', { class: 'field' }, t('photo.caption'), caption),
  )
  if (choice !== 'send') return
  field.set('')
  await page.actions.sendPhoto(url.slice(url.indexOf(',') + 1), caption.value)
}

/** The picture as a `data:` address, no larger than it needs to be. */
async function shrink(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = h('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures: a photo cannot be made smaller.')
  // JPEG knows no transparency: without this it would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.86)
}
