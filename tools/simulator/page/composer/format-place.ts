import { byId } from '../ui/dom.ts'
import type { Page } from '../ui/page.ts'
import type { Field } from './field.ts'
import { createFormatBar } from './format-bar.ts'

/** The formatting bar over the composer: there while something is selected. */
export function mountFormatBar(page: Page, field: Field): void {
  const { input } = field
  const place = byId('format-bar')
  place.append(createFormatBar(page, input, field.changed))
  const render = (): void => {
    const selects = document.activeElement === input && input.selectionStart !== input.selectionEnd
    place.hidden = !selects
  }
  document.addEventListener('selectionchange', render)
  // Not every browser tells of a selection within a field by the first event.
  for (const name of ['select', 'keyup', 'pointerup', 'blur', 'input']) input.addEventListener(name, render)
}
