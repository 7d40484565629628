import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Kind } from './kinds.ts'
import { kindNamed, KINDS } from './kinds.ts'

export interface ImportOptions {
  files: string[]
  /** Undefined: each file's header tells. */
  kind: Kind | undefined
  /** Undefined: `<file>.errors.csv`. */
  errors: string | undefined
  complete: boolean
  /** Undefined: the moment of the import. */
  dataAt: Date | undefined
}

/** @returns what is wrong with the arguments, as a text */
export function readOptions(args: readonly string[]): ImportOptions | string {
  const parsed = parsedArgs(args)
  if (typeof parsed === 'string') return parsed
  const { values, positionals: files } = parsed
  const kind = values.kind === undefined ? undefined : kindNamed(values.kind)
  if (values.kind !== undefined && kind === undefined)
    return `--kind is one of ${KINDS.map(({ name }) => name).join(', ')}`
  const dataAt = values['data-at'] === undefined ? undefined : new Date(values['data-at'])
  if (dataAt !== undefined && Number.isNaN(dataAt.getTime()))
    return '--data-at is a moment such as 2026-07-24T09:40:00+03:00'
  if (files.length === 0) return 'Name a file to import'
  if (values.errors !== undefined && files.length > 1) return '--errors goes with one file'
  if (values.errors !== undefined && files.some((file) => resolve(file) === resolve(values.errors ?? '')))
    return '--errors names the file that is imported'
  if (values.complete && kind !== undefined && kind.name !== 'applicants')
    return '--complete is for lists of applicants'
  return { files, kind, errors: values.errors, complete: values.complete, dataAt }
}

function parsedArgs(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        errors: { type: 'string' },
        complete: { type: 'boolean', default: false },
        'data-at': { type: 'string' },
      },
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
