import type { RichElement, RichNode } from '../model/rich-text.ts'
import type { Texts } from '../model/texts.ts'
import { isOpenable } from '../model/deep-link.ts'
import { h, makeActivable } from './dom.ts'
import { quoteView } from './quote-view.ts'

/** What a tap on a piece of text can do. */
export interface RichTextTaps {
  texts: Texts
  openLink: (url: string) => void
  copy: (text: string) => void
  sendCommand: (command: string) => void
}

/** Builds the nodes of a formatted text. Data ends up in text nodes and checked links only. */
export function richTextNodes(nodes: readonly RichNode[], taps: RichTextTaps): (Node | string)[] {
  return nodes.map((node) => (node.kind === 'text' ? node.text : elementView(node, taps)))
}

function elementView(node: RichElement, taps: RichTextTaps): HTMLElement {
  const children = richTextNodes(node.children, taps)
  switch (node.kind) {
    case 'bold':
      return h('strong', {}, ...children)
    case 'italic':
      return h('em', {}, ...children)
    case 'underline':
      return h('u', {}, ...children)
    case 'strikethrough':
      return h('s', {}, ...children)
    case 'spoiler':
      return spoilerView(children, taps)
    case 'code':
      return copyable(h('code', {}, ...children), node.value, taps)
    case 'pre':
      return copyable(preView(children, node.language), node.value, taps)
    case 'blockquote':
    case 'expandable_blockquote':
      return quoteView(children, node.kind === 'expandable_blockquote', taps.texts)
    case 'bot_command':
      return commandView(node, taps)
    case 'text_link':
    case 'url':
    case 'email':
    case 'mention':
    case 'hashtag':
      return linkView(node, children, taps)
    default:
      return node.kind satisfies never
  }
}

function preView(children: (Node | string)[], language: string | undefined): HTMLElement {
  const label = language === undefined ? undefined : h('span', { class: 'pre-language' }, language)
  return h('pre', {}, label, h('code', {}, ...children))
}

function copyable(element: HTMLElement, value: string, { texts, copy }: RichTextTaps): HTMLElement {
  element.classList.add('copyable')
  element.title = texts.t('code.copy')
  makeActivable(element, 'button', () => {
    copy(value)
  })
  return element
}

function commandView({ value }: RichElement, { sendCommand }: RichTextTaps): HTMLElement {
  const element = h('span', { class: 'text-link' }, value)
  makeActivable(element, 'button', () => {
    sendCommand(value)
  })
  return element
}

function linkView(
  { url }: RichElement,
  children: (Node | string)[],
  { openLink }: RichTextTaps,
): HTMLElement {
  if (url === undefined || !isOpenable(url)) return h('span', { class: 'text-tag' }, ...children)
  return h(
    'a',
    {
      class: 'text-link',
      attributes: { href: url, target: '_blank', rel: 'noopener noreferrer' },
      on: {
        click(event) {
          event.preventDefault()
          openLink(url)
        },
      },
    },
    ...children,
  )
}

/** Hidden until tapped; one tap shows every spoiler of the message. */
function spoilerView(children: (Node | string)[], { texts }: RichTextTaps): HTMLElement {
  const hidden = h('span', { class: 'spoiler-text', attributes: { 'aria-hidden': 'true' } }, ...children)
  const spoiler = h(
    'span',
    { class: 'spoiler', attributes: { 'aria-label': texts.t('spoiler.hidden') } },
    hidden,
  )
  makeActivable(spoiler, 'button', () => {
    const all = spoiler.closest('.text')?.querySelectorAll('.spoiler') ?? [spoiler]
    for (const each of all) reveal(each)
  })
  return spoiler
}

function reveal(spoiler: Element): void {
  spoiler.classList.add('open')
  for (const name of ['role', 'tabindex', 'aria-label']) spoiler.removeAttribute(name)
  spoiler.firstElementChild?.removeAttribute('aria-hidden')
}
