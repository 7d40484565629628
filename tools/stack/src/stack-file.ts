import { renameSync, rmSync, writeFileSync } from 'node:fs'

/** `.run/stack.json`: where everything is, for tests and operators. Holds secrets: readable by its owner only. */
export interface StackFile {
  readonly ingressUrl: string
  /** Null in polling mode. */
  readonly webhookUrl: string | null
  readonly webhookSecret: string
  /** Null when there is no simulator. */
  readonly simulatorUrl: string | null
  readonly databaseUrl: string
  readonly redisUrl: string
  readonly botToken: string
  readonly adminIds: readonly number[]
  readonly apiSecret: string
  readonly processes: readonly {
    readonly service: string
    /** From 1. */
    readonly index: number
    readonly pid: number
    readonly metricsUrl: string
  }[]
}

/** Readers see the old file or the new one, never half of it. */
export function writeStackFile(path: string, content: StackFile): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, path)
}

export function removeStackFile(path: string): void {
  rmSync(path, { force: true })
}
