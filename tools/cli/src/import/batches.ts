import type { ImportBatch } from '@abitly/database'

/** A row and the line of the file it stands on. */
export interface NumberedRow {
  line: number
  row: Readonly<Record<string, unknown>>
}

/** Rows that wait to be written, together with those that speak of the same columns. */
export interface Batches {
  add(row: NumberedRow, columns: readonly string[]): void
  size(): number
  /** Hands over what waits and begins anew. */
  take(): { batch: ImportBatch; lines: number[] }[]
}

export function createBatches(): Batches {
  let waiting = new Map<string, { columns: readonly string[]; rows: NumberedRow[] }>()
  let size = 0
  return {
    add: (row, columns) => {
      const signature = columns.join()
      const group = waiting.get(signature) ?? { columns, rows: [] }
      group.rows.push(row)
      waiting.set(signature, group)
      size += 1
    },
    size: () => size,
    take: () => {
      const taken = [...waiting.values()].map(({ columns, rows }) => ({
        batch: { columns, rows: rows.map(({ row }) => row) },
        lines: rows.map(({ line }) => line),
      }))
      waiting = new Map()
      size = 0
      return taken
    },
  }
}
