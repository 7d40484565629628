import type { Readable } from 'node:stream'

/** What was posted: up to a mebibyte of it. */
export interface Body {
  bytes: Buffer
  tooLarge: boolean
}

const LIMIT_BYTES = 1_048_576

/** Reads a body to its end but keeps at most 1 MiB, so that the sender gets an answer whatever it sent. */
export async function readBody(stream: Readable): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size <= LIMIT_BYTES) chunks.push(bytes)
  }
  return { bytes: Buffer.concat(chunks), tooLarge: size > LIMIT_BYTES }
}
