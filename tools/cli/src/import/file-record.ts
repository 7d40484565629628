/** A record of a file and the line it stands on, from 1; or why there is none. */
export type FileRecord =
  { line: number; fields: Readonly<Record<string, unknown>> } | { line: number; problem: string }

/** No honest row is longer; a quote that is never closed would otherwise read the rest of the file into one. */
export const LONGEST_RECORD = 64 * 1024
