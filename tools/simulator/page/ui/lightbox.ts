import type { SimMessage } from '../page-api.ts'
import type { Texts } from '../model/texts.ts'
import { untilClosed } from './dialogs.ts'
import { h } from './dom.ts'
import { icon } from './icons.ts'

/** Shows the picture of a message as large as the window allows. A tap anywhere closes it. */
export async function enlargePhoto({ photo, caption }: SimMessage, { t }: Texts): Promise<void> {
  if (photo === undefined) return
  const dialog = h(
    'dialog',
    { class: 'lightbox', testId: 'lightbox', attributes: { 'aria-label': t('photo.label') } },
    h('img', { attributes: { src: photo.url, alt: caption ?? t('photo.label') } }),
    ...(caption === undefined ? [] : [h('p', { attributes: { dir: 'auto' } }, caption)]),
    h(
      'button',
      { class: 'round-button', attributes: { type: 'button', 'aria-label': t('close') } },
      icon('close'),
    ),
  )
  dialog.addEventListener('click', () => {
    dialog.close()
  })
  await untilClosed(dialog)
}
