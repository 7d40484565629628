import { hueOf, initials } from '../model/person.ts'
import { h } from './dom.ts'

/** A round picture with the initials; its colour belongs to the id. */
export function avatar(name: string, id: number): HTMLElement {
  return h(
    'span',
    { class: `avatar hue-${String(hueOf(id))}`, attributes: { 'aria-hidden': 'true' } },
    initials(name),
  )
}
