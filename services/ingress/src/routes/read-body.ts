import type { Readable } from 'node:stream'

/** What was posted: up to a mebibyte of it. */
export interface Body {
  bytes: Buffer
  tooLarge: boolean
}

const LIMIT_BYTES = 1_048_576

/** Reads a body to its end but keeps at most 1 MiB, so that the sender gets an answer whatever it sent. */
export function readBody(stream: Readable): Promise<Body> {
  // By events: iterating over the stream costs more than all the rest of a request of this size.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= LIMIT_BYTES) chunks.push(chunk)
    })
    stream.on('end', () => resolve({ bytes: Buffer.concat(chunks), tooLarge: size > LIMIT_BYTES }))
    stream.on('error', reject)
  })
}
