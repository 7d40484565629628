import { randomInt } from 'node:crypto'
import type { Upload } from '../store/files.ts'
import { imageSize } from '../store/image-size.ts'
import type { FileKind, StoredFile } from '../store/model.ts'
import type { World } from '../store/world.ts'
import { text } from './args.ts'
import type { Call } from './method.ts'
import { badRequest } from './refusal.ts'

const PHOTO_BYTES = 10 * 1024 * 1024
/** Width and height of a photo together, pixels. */
const PHOTO_PERIMETER = 10_000
const PHOTO_RATIO = 20

/** The file of a parameter: an upload under its name, `attach://name`, or a file_id of this bot. */
export function readFile(world: World, call: Call, field: string, kind: FileKind): StoredFile {
  const upload = call.uploads.get(field)
  if (upload !== undefined) return saveUpload(world, upload, kind)
  const given = text(call.args, field)
  if (given === '') throw badRequest(`There is no ${kind} in the request`)
  return fileByReference(world, call, given, kind)
}

/** The file that `attach://name` or a file_id stands for. */
export function fileByReference(world: World, call: Call, given: string, kind: FileKind): StoredFile {
  if (given.startsWith('attach://')) {
    const upload = call.uploads.get(given.slice('attach://'.length))
    if (upload === undefined) throw badRequest('media not found')
    return saveUpload(world, upload, kind)
  }
  // The simulator never goes out to the network for a file.
  if (/^https?:\/\//i.test(given)) throw badRequest('Failed to get HTTP URL content')
  const file = world.files.byId(given)
  if (file === undefined) throw badRequest('Wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw badRequest(`Can't use file of type ${capital(file.kind)} as ${capital(kind)}`)
  return file
}

/** Stores an upload; a photo must be a PNG or JPEG of sensible size. */
export function saveUpload(world: World, upload: Upload, kind: FileKind): StoredFile {
  if (upload.data.length === 0) throw badRequest('file must be non-empty')
  if (kind !== 'photo') return world.files.save(upload, kind)
  if (upload.data.length > PHOTO_BYTES) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  const size = imageSize(upload.data)
  if (size === undefined) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  if (width + height > PHOTO_PERIMETER || Math.max(width, height) / Math.min(width, height) > PHOTO_RATIO) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  }
  return world.files.save({ ...upload, mime: size.mime }, 'photo', size)
}

/** A number that the messages of one album share. */
export function newAlbumId(): string {
  return `1${String(randomInt(0, 2 ** 40)).padStart(16, '0')}`
}

function capital(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}
