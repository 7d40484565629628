import type { Texts } from '../model/texts.ts'
import { h } from './dom.ts'

export interface DialogButton {
  label: string
  value: string
  primary?: boolean
}

/** Windows over the page. Each resolves when it is closed. */
export interface Dialogs {
  /** A callback answer with `show_alert`. */
  alert: (text: string) => Promise<void>
  /** Asks before leaving for a link. */
  confirmLink: (url: string) => Promise<boolean>
}

/** Shows a modal window and answers with the value of the pressed button, or '' when it was dismissed. */
export async function showDialog(
  options: { label: string; class?: string; testId?: string; buttons: readonly DialogButton[] },
  ...content: HTMLElement[]
): Promise<string> {
  const dialog = h(
    'dialog',
    { class: `dialog ${options.class ?? ''}`, attributes: { 'aria-label': options.label } },
    h('form', { attributes: { method: 'dialog' } }, ...content, buttonRow(options.buttons)),
  )
  if (options.testId !== undefined) dialog.dataset['testid'] = options.testId
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close('')
  })
  return await untilClosed(dialog)
}

/** Opens a dialog element, waits until it is closed, takes it away and gives the focus back. */
export async function untilClosed(dialog: HTMLDialogElement): Promise<string> {
  const before = document.activeElement
  document.body.append(dialog)
  dialog.showModal()
  await new Promise((resolve) => {
    dialog.addEventListener('close', resolve, { once: true })
  })
  dialog.remove()
  if (before instanceof HTMLElement) before.focus()
  return dialog.returnValue
}

/** Enter presses the first button of a form, so the primary one comes first; CSS shows it last. */
function buttonRow(buttons: readonly DialogButton[]): HTMLElement {
  const nodes = buttons.map(({ label, value, primary }) =>
    h(
      'button',
      {
        class: primary === true ? 'button primary' : 'button',
        attributes: { value, autofocus: primary, formnovalidate: value === '' },
      },
      label,
    ),
  )
  return h('div', { class: 'dialog-buttons' }, ...nodes)
}

export function createDialogs({ t }: Texts): Dialogs {
  return {
    async alert(text) {
      await showDialog(
        {
          label: t('alert.label'),
          testId: 'alert',
          buttons: [{ label: t('alert.close'), value: 'ok', primary: true }],
        },
        h('p', { class: 'dialog-text', attributes: { dir: 'auto' } }, text),
      )
    },
    async confirmLink(url) {
      const buttons = [
        { label: t('link.open'), value: 'open', primary: true },
        { label: t('link.cancel'), value: '' },
      ]
      const choice = await showDialog(
        { label: t('link.title'), testId: 'link-dialog', buttons },
        h('h2', { class: 'dialog-title' }, t('link.title')),
        h('p', { class: 'dialog-url', attributes: { dir: 'ltr' } }, url),
      )
      return choice === 'open'
    },
  }
}
