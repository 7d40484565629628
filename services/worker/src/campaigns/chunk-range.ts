import type { PositionRange } from '@abitly/database'

/** Recipients of one chunk job. */
export const CHUNK_SIZE = 500

/** The positions of a chunk: after < position <= upto. */
export function chunkRange(chunk: number): PositionRange {
  return { after: chunk * CHUNK_SIZE - 1, upto: (chunk + 1) * CHUNK_SIZE - 1 }
}
