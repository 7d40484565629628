export type Child = Node | string | undefined

type Listeners = {
  [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void
}

export interface ElementOptions {
  class?: string
  testId?: string
  /** `undefined` and `false` leave the attribute out, `true` sets it empty. */
  attributes?: Record<string, string | number | boolean | undefined>
  on?: Listeners
}

/** Creates an element. Strings among the children become text, never markup. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  options: ElementOptions = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (options.class !== undefined) element.className = options.class
  if (options.testId !== undefined) element.dataset['testid'] = options.testId
  for (const [name, value] of Object.entries(options.attributes ?? {})) setAttribute(element, name, value)
  for (const [name, listener] of Object.entries(options.on ?? {})) {
    element.addEventListener(name, listener as EventListener)
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** Sets, empties or removes one attribute. */
export function setAttribute(
  element: Element,
  name: string,
  value: string | number | boolean | undefined,
): void {
  if (value === undefined || value === false) element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}

/** Makes `parent` hold exactly these children in this order, moving as little as possible. */
export function setChildren(parent: Element, wanted: readonly Node[]): void {
  // What goes leaves first: otherwise everything after it would be moved in front of it, one by one.
  const staying = new Set(wanted)
  for (const child of [...parent.childNodes]) if (!staying.has(child)) child.remove()
  let cursor = parent.firstChild
  for (const node of wanted) {
    if (cursor === node) cursor = cursor.nextSibling
    else parent.insertBefore(node, cursor)
  }
}

/** Text for screen readers only. */
export function hiddenText(text: string): HTMLElement {
  return h('span', { class: 'visually-hidden' }, text)
}

/** Makes a piece of running text work like a button: pointer, Enter and Space. */
export function makeActivable(element: HTMLElement, role: 'button' | 'link', run: () => void): void {
  element.setAttribute('role', role)
  element.tabIndex = 0
  element.addEventListener('click', (event) => {
    event.preventDefault()
    run()
  })
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && !(event.key === ' ' && role === 'button')) return
    event.preventDefault()
    run()
  })
}

/** The element of this id in index.html. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`index.html has no element #${id}: the page and its markup differ.`)
  return element
}

/** Does the person ask for calm? */
export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
