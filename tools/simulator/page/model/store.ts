/** A value that views look at. Changes are gathered and shown together. */
export interface Store<State> {
  get: () => State
  update: (change: (state: State) => State) => void
  /**
   * Calls `render` now, and again whenever the selected value is another one.
   * A tuple counts as the same while its members are.
   */
  watch<Value>(select: (state: State) => Value, render: (value: Value) => void): void
}

/** @param schedule runs the gathered rendering: the next frame in a browser, at once in a test. */
export function createStore<State>(initial: State, schedule: (render: () => void) => void): Store<State> {
  let state = initial
  let scheduled = false
  const watchers: (() => void)[] = []
  const flush = (): void => {
    scheduled = false
    for (const watcher of watchers) watcher()
  }
  return {
    get: () => state,
    update(change) {
      const next = change(state)
      if (next === state) return
      state = next
      if (scheduled) return
      scheduled = true
      schedule(flush)
    },
    watch(select, render) {
      let shown = select(state)
      render(shown)
      watchers.push(() => {
        const value = select(state)
        if (same(shown, value)) return
        shown = value
        render(value)
      })
    },
  }
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!Array.isArray(a) || !Array.isArray(b)) return false
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]))
}
