import { h, setChildren } from '../ui/dom.ts'

export interface RowList<Item> {
  root: HTMLElement
  show: (items: readonly Item[]) => void
  /** Scrolls to a row and marks it for a moment; false when it is not in the list. */
  mark: (id: number | undefined) => boolean
}

const MARKED_MS = 1600

/** A list of rows that are built once per item and kept while the item stays the same. */
export function createRowList<Item>(options: {
  idOf: (item: Item) => number
  view: (item: Item) => HTMLElement
  /** A calm word for an empty list. */
  empty: string
}): RowList<Item> {
  const rows = new Map<number, { item: Item; node: HTMLElement }>()
  const list = h('ul', { class: 'rows' })
  const empty = h('p', { class: 'calm' }, options.empty)
  return {
    root: h('div', {}, empty, list),
    show(items) {
      empty.hidden = items.length > 0
      const nodes = items.map((item) => {
        const id = options.idOf(item)
        const known = rows.get(id)
        if (known !== undefined && known.item === item) return known.node
        const node = options.view(item)
        rows.set(id, { item, node })
        return node
      })
      setChildren(list, nodes)
      if (rows.size > items.length) forget(rows, new Set(items.map(options.idOf)))
    },
    mark(id) {
      const node = id === undefined ? undefined : rows.get(id)?.node
      if (node?.isConnected !== true) return false
      node.scrollIntoView({ block: 'center' })
      node.querySelector<HTMLElement>('button, summary')?.focus({ preventScroll: true })
      node.classList.add('marked')
      setTimeout(() => {
        node.classList.remove('marked')
      }, MARKED_MS)
      return true
    },
  }
}

function forget(rows: Map<number, unknown>, present: ReadonlySet<number>): void {
  for (const id of rows.keys()) if (!present.has(id)) rows.delete(id)
}
