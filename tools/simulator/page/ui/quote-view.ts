import type { Texts } from '../model/texts.ts'
import { h } from './dom.ts'
import { icon } from './icons.ts'

/** A quotation. An expandable one shows three lines until it is tapped. */
export function quoteView(children: (Node | string)[], expandable: boolean, { t }: Texts): HTMLElement {
  const body = h('div', { class: 'quote-body' }, ...children)
  const quote = h('blockquote', {}, body)
  if (!expandable) return quote
  const toggle = h('button', { class: 'quote-toggle', attributes: { type: 'button' } }, icon('down'))
  const show = (open: boolean): void => {
    quote.classList.toggle('open', open)
    toggle.setAttribute('aria-expanded', String(open))
    toggle.setAttribute('aria-label', t(open ? 'quote.less' : 'quote.more'))
  }
  toggle.addEventListener('click', () => {
    show(!quote.classList.contains('open'))
    quote.dispatchEvent(new CustomEvent('quote-toggled', { bubbles: true }))
  })
  quote.classList.add('expandable')
  quote.append(toggle)
  show(false)
  return quote
}

/** Which quotes of this element are open, by position. */
export function openQuotes(root: Element): boolean[] {
  return [...root.querySelectorAll('.expandable')].map((quote) => quote.classList.contains('open'))
}

/** Opens the quotes at the positions that were open before. */
export function reopenQuotes(root: Element, open: readonly boolean[]): void {
  root.querySelectorAll('.expandable').forEach((quote, index) => {
    if (open[index] === true) quote.querySelector<HTMLButtonElement>('.quote-toggle')?.click()
  })
}

/** A quote that fits into its three lines has nothing to expand. Call it when the element is on the page. */
export function settleQuotes(roots: readonly Element[]): void {
  const quotes = roots.flatMap((root) => [...root.querySelectorAll('.expandable:not(.open)')])
  const short = quotes.filter((quote) => {
    const body = quote.querySelector('.quote-body')
    return body !== null && body.scrollHeight <= body.clientHeight + 1
  })
  for (const quote of short) quote.classList.add('short')
}
