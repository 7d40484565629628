import { extname } from 'node:path'
import type { StoredFile } from '../../store/model.ts'
import { text } from '../args.ts'
import type { Method } from '../method.ts'
import { badRequest } from '../refusal.ts'

/** Larger files cannot be fetched by a bot, bytes. */
const DOWNLOAD_MAX = 20 * 1024 * 1024

export const getFile: Method = {
  name: 'getFile',
  run({ args }, { world }) {
    const fileId = text(args, 'file_id')
    if (fileId === '') throw badRequest('file_id not specified')
    const file = world.files.byId(fileId)
    if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable')
    if (file.size > DOWNLOAD_MAX) throw badRequest('file is too big')
    return {
      file_id: fileId,
      file_unique_id: file.uniqueId,
      file_size: file.size,
      file_path: filePath(file),
    }
  },
}

/** The path under `/file/bot<token>/`. */
function filePath(file: StoredFile): string {
  const extension = file.kind === 'photo' ? (file.mime === 'image/png' ? '.png' : '.jpg') : extname(file.name)
  return `${file.kind}s/${file.uniqueId}${extension}`
}
