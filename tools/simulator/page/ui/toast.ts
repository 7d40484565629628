import { h } from './dom.ts'

export type ToastTone = 'plain' | 'problem'

export type ShowToast = (text: string, tone?: ToastTone) => void

const SHOWN_MS = 3500

/** A short line over the chat that goes away by itself. A new one takes the place of the old one. */
export function createToast(region: HTMLElement): ShowToast {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (text, tone = 'plain') => {
    clearTimeout(timer)
    region.replaceChildren(
      h('div', { class: `toast toast-${tone}`, testId: 'toast', attributes: { dir: 'auto' } }, text),
    )
    timer = setTimeout(() => {
      region.replaceChildren()
    }, SHOWN_MS)
  }
}
