import { defineFault } from '@abitly/runtime'

export const pollingLockHeld = defineFault(
  'POLLING_LOCK_HELD',
  'Another process polls already; `pnpm abitly release-lock` frees a stuck lock',
)

export const pollingLockLost = defineFault(
  'POLLING_LOCK_LOST',
  'This process polls no more: it has lost the polling lock',
)
