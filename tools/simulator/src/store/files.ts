import { createHash } from 'node:crypto'
import type { FileKind, StoredFile } from './model.ts'

/** All files together; the least recently used are forgotten beyond it. */
const VAULT_BYTES = 256 * 1024 * 1024

export interface Upload {
  name: string
  mime: string
  data: Buffer
}

/** What was uploaded. Ids are bound to the bot: another bot's ids are refused, as Telegram does. */
export interface Files {
  save(upload: Upload, kind: FileKind, size?: { width: number; height: number }): StoredFile
  fileId(file: StoredFile, variant?: string): string
  /** The file of an id that this bot was given and that is still kept. */
  byId(fileId: string): StoredFile | undefined
  byUniqueId(uniqueId: string): StoredFile | undefined
  data(file: StoredFile): Buffer | undefined
  all(): StoredFile[]
  restore(file: StoredFile, data: Buffer): void
}

export function createFiles(botId: number): Files {
  const kept = new Map<string, { file: StoredFile; data: Buffer }>()
  let bytes = 0
  const keep = (file: StoredFile, data: Buffer): void => {
    if (kept.delete(file.uniqueId)) bytes -= data.length
    kept.set(file.uniqueId, { file, data })
    bytes += data.length
    for (const [uniqueId, old] of kept) {
      if (bytes <= VAULT_BYTES || kept.size === 1) break
      kept.delete(uniqueId)
      bytes -= old.data.length
    }
  }
  return {
    save(upload, kind, size) {
      const file = describe(upload, kind, size)
      keep(file, upload.data)
      return file
    },
    fileId: (file, variant = 'x') =>
      Buffer.from(`${seal(botId, file.uniqueId)}.${file.uniqueId}.${variant}`).toString('base64url'),
    byId(fileId) {
      const [mark, uniqueId = ''] = Buffer.from(fileId, 'base64url').toString('latin1').split('.')
      return mark === seal(botId, uniqueId) ? kept.get(uniqueId)?.file : undefined
    },
    byUniqueId: (uniqueId) => kept.get(uniqueId)?.file,
    data: (file) => kept.get(file.uniqueId)?.data,
    all: () => [...kept.values()].map((entry) => entry.file),
    restore: keep,
  }
}

function describe(upload: Upload, kind: FileKind, size?: { width: number; height: number }): StoredFile {
  const digest = createHash('sha256').update(kind).update(upload.name).update(upload.data).digest('base64url')
  return {
    uniqueId: digest.slice(0, 16),
    kind,
    name: upload.name,
    mime: upload.mime,
    size: upload.data.length,
    ...(size === undefined ? {} : { width: size.width, height: size.height }),
  }
}

function seal(botId: number, uniqueId: string): string {
  return createHash('sha256').update(`${botId}/${uniqueId}`).digest('base64url').slice(0, 12)
}
