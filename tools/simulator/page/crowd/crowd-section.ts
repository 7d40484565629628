import { byId, h, setAttribute } from '../ui/dom.ts'
import { icon } from '../ui/icons.ts'
import type { Page } from '../ui/page.ts'
import { askForCrowd, confirmRemoval } from './crowd-dialogs.ts'
import { createCrowdList } from './crowd-list.ts'
import { crowdProgress, crowdWords } from './crowd-state.ts'

/** Many people in one row; the server searches among them, so that a hundred thousand cost the page nothing. */
export function mountCrowd(page: Page): void {
  const { store, texts } = page
  const { t } = texts
  const add = textButton('crowd-add', [icon('crowd'), t('crowd.add')], () => void askForCrowd(page))
  const remove = textButton('crowd-remove', [t('crowd.remove')], () => void confirmRemoval(page))
  const title = h('span', { class: 'crowd-title' })
  const state = h('span', { class: 'crowd-state', testId: 'crowd-state' })
  let open = false
  const head = headView([title, state], () => {
    open = !open
    render()
  })
  const progress = h('progress', { class: 'crowd-progress', attributes: { 'aria-label': t('crowd.title') } })
  const tools = h('div', { class: 'crowd-tools' }, add, remove)
  const list = createCrowdList(page)
  const search = byId('people-search') as HTMLInputElement
  const render = (): void => {
    const { crowd } = store.get()
    const { size } = crowd
    const exists = size > 0
    const searched = search.value.trim() !== ''
    head.hidden = !exists
    title.textContent = t('crowd.size', { count: size })
    state.textContent = crowdWords(crowd, texts)
    setAttribute(head, 'aria-expanded', String(open || searched))
    progress.hidden = !crowd.working
    progress.value = crowdProgress(crowd)
    remove.hidden = !exists || !open
    tools.hidden = exists && !open
    list.show(exists && (open || searched), search.value)
  }
  byId('crowd').append(head, progress, list.root, tools)
  search.addEventListener('input', render)
  store.watch((state) => [state.crowd, state.me] as const, render)
}

function headView(words: Node[], press: () => void): HTMLButtonElement {
  return h(
    'button',
    { class: 'crowd-head', testId: 'crowd-head', attributes: { type: 'button' }, on: { click: press } },
    h('span', { class: 'avatar crowd-avatar', attributes: { 'aria-hidden': 'true' } }, icon('crowd')),
    h('span', { class: 'person-words' }, ...words),
    h('span', { class: 'crowd-arrow' }, icon('down')),
  )
}

function textButton(testId: string, content: (Node | string)[], press: () => void): HTMLButtonElement {
  return h(
    'button',
    { class: 'crowd-button', testId, attributes: { type: 'button' }, on: { click: press } },
    ...content,
  )
}
