import { InputFile } from 'grammy'

/** A file inside a payload (`document`, `photo`): its bytes are sent along with the call. */
export type FileUpload = InputFile

const streams = new WeakSet<FileUpload>()

/** The source of an upload broke off: the file could not be made. */
export class UploadFailed extends Error {
  override readonly name = 'UploadFailed'
}

/**
 * A file to be sent. Bytes from an iterable are streamed, never held as a whole, and can be sent once.
 * @param name what the person sees: ASCII letters, digits, `-`, `_` and dots, e.g. `campaign-42.csv`
 * @throws Error for another name, which the request's headers could not hold
 */
export function fileUpload(name: string, bytes: AsyncIterable<Uint8Array> | Uint8Array): FileUpload {
  if (!/^[\w.-]+$/.test(name)) throw new Error(`No name for an upload: ${name}`)
  if (bytes instanceof Uint8Array) return new InputFile(bytes, name)
  const upload = new InputFile(naming(bytes), name)
  streams.add(upload)
  return upload
}

/** Does a payload hold bytes that can be sent once only? */
export function holdsStream(payload: Readonly<Record<string, unknown>>): boolean {
  return Object.values(payload).some((value) => value instanceof InputFile && streams.has(value))
}

/** Its failures are told apart from those of the network, after which nobody knows what was sent. */
async function* naming(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (cause) {
    throw new UploadFailed('the file could not be made', { cause })
  }
}
