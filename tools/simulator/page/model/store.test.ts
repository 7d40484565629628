import { describe, expect, it } from 'vitest'
import { createStore } from './store.ts'

describe('createStore', () => {
  it('shows the first value at once and gathers the changes after it', () => {
    const frames: (() => void)[] = []
    const store = createStore({ a: 1, b: 1 }, (render) => frames.push(render))
    const shown: number[] = []
    store.watch(
      (state) => state.a,
      (a) => shown.push(a),
    )
    store.update((state) => ({ ...state, a: 2 }))
    store.update((state) => ({ ...state, a: 3 }))
    expect([shown, frames.length]).toEqual([[1], 1])
    frames[0]?.()
    expect(shown).toEqual([1, 3])
  })

  it('leaves a view alone when nothing it looks at has changed', () => {
    const store = createStore({ a: 1, b: 1 }, (render) => {
      render()
    })
    let rendered = 0
    store.watch(
      (state) => [state.a, 'constant'] as const,
      () => (rendered += 1),
    )
    store.update((state) => ({ ...state, b: 2 }))
    store.update((state) => state)
    expect(rendered).toBe(1)
    store.update((state) => ({ ...state, a: 2 }))
    expect(rendered).toBe(2)
  })
})
