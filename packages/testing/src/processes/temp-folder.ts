import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { guard } from './guard.ts'

export interface TempFolder {
  readonly path: string
  remove(): void
}

/** A new folder among the system's temporary files. It is removed at the latest when this process is gone. */
export function createTempFolder(purpose: string): TempFolder {
  const path = mkdtempSync(join(tmpdir(), `abitly-${purpose}-`))
  guard.addFolder(path)
  // Other users may pass through, not look: PostgreSQL does not run as root.
  chmodSync(path, 0o711)
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      guard.dropFolder(path)
    },
  }
}
