import { byId } from './dom.ts'
import type { Page } from './page.ts'

/** The thin line that says what this is not, and whether the simulator is there. */
export function mountStrip({ store, texts }: Page): void {
  byId('strip-text').textContent = texts.t('strip')
  const light = byId('strip-connection')
  store.watch(
    (state) => state.connection,
    (connection) => {
      light.className = `connection ${connection}`
      light.textContent = texts.t(`connection.${connection}`)
    },
  )
}
