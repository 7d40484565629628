import type { Selection } from '../model/marks.ts'
import { addLink, toggleMark } from '../model/marks.ts'
import { showDialog } from '../ui/dialogs.ts'
import { h } from '../ui/dom.ts'
import type { IconName } from '../ui/icons.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'

interface Format {
  name: 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'hidden' | 'link'
  /** The sign around the words; a link has none. */
  sign?: string
  /** With Ctrl or ⌘, by position: on a Ukrainian layout the letter is another one. */
  code: string
  shift: boolean
}

/** The keys of Telegram Desktop. */
const FORMATS: readonly Format[] = [
  { name: 'bold', sign: '**', code: 'KeyB', shift: false },
  { name: 'italic', sign: '__', code: 'KeyI', shift: false },
  { name: 'underline', sign: '++', code: 'KeyU', shift: false },
  { name: 'strike', sign: '~~', code: 'KeyX', shift: true },
  { name: 'code', sign: '`', code: 'KeyM', shift: true },
  { name: 'hidden', sign: '||', code: 'KeyP', shift: true },
  { name: 'link', code: 'KeyK', shift: false },
]

/**
 * Buttons and keys that format what is selected in a text field.
 *
 * @param changed is called after the text of the field was changed
 */
export function createFormatBar(page: Page, input: HTMLTextAreaElement, changed: () => void): HTMLElement {
  const { t } = page.texts
  const apply = async (format: Format): Promise<void> => {
    const before = selectionOf(input)
    const after = format.sign === undefined ? await linked(page, before) : toggleMark(before, format.sign)
    if (after === undefined) return
    input.value = after.text
    input.focus({ preventScroll: true })
    input.setSelectionRange(after.from, after.to)
    changed()
  }
  input.addEventListener('keydown', (event) => {
    const format = formatOf(event)
    if (format === undefined || input.selectionStart === input.selectionEnd) return
    event.preventDefault()
    void apply(format)
  })
  const bar = h(
    'div',
    {
      class: 'format-bar',
      testId: 'format-bar',
      attributes: { role: 'toolbar', 'aria-label': t('format.label') },
    },
    ...FORMATS.map((format) => formatButton(t(`format.${format.name}`), format, () => void apply(format))),
  )
  // A button that took the focus would end the selection, and hide the keyboard of a phone.
  bar.addEventListener('pointerdown', (event) => {
    event.preventDefault()
  })
  return bar
}

function formatButton(label: string, { name, sign }: Format, press: () => void): HTMLElement {
  const drawing: IconName = name
  return h(
    'button',
    {
      class: 'round-button',
      testId: `format-${name}`,
      attributes: {
        type: 'button',
        'aria-label': label,
        title: sign === undefined ? label : `${label} ${sign}`,
      },
      on: { click: press },
    },
    icon(drawing),
  )
}

function formatOf(event: KeyboardEvent): Format | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  return FORMATS.find(({ code, shift }) => code === event.code && shift === event.shiftKey)
}

function selectionOf({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selection {
  return { text: value, from: selectionStart, to: selectionEnd }
}

async function linked({ texts: { t } }: Page, selection: Selection): Promise<Selection | undefined> {
  const address = h('input', {
    testId: 'link-address',
    attributes: { type: 'text', inputmode: 'url', placeholder: 'https://', autofocus: true, required: true },
  })
  const choice = await showDialog(
    {
      label: t('format.link'),
      class: 'form-dialog',
      testId: 'format-link-dialog',
      buttons: [
        { label: t('format.link-add'), value: 'add', primary: true },
        { label: t('link.cancel'), value: '' },
      ],
    },
    h('label', { class: 'field' }, t('format.link-address'), address),
  )
  const url = address.value.trim()
  return choice === 'add' && url !== '' ? addLink(selection, url) : undefined
}
