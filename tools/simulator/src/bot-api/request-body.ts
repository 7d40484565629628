import type { FastifyRequest } from 'fastify'
import type { Upload } from '../store/files.ts'
import { mimeOf } from '../store/mime.ts'
import type { Args } from './args.ts'
import { isObject } from './args.ts'
import { badRequest } from './refusal.ts'

interface RequestBody {
  args: Args
  uploads: Map<string, Upload>
}

/** Parameters from the query, and from a JSON, form or multipart body. */
export async function readRequest(request: FastifyRequest): Promise<RequestBody> {
  const query = request.query as Args
  if (request.isMultipart()) return readMultipart(request, { ...query })
  if (request.body === undefined || request.body === null) return { args: query, uploads: new Map() }
  if (!isObject(request.body)) throw badRequest('JSON object expected')
  return { args: { ...query, ...request.body }, uploads: new Map() }
}

async function readMultipart(request: FastifyRequest, args: Args): Promise<RequestBody> {
  const uploads = new Map<string, Upload>()
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      args[part.fieldname] = part.value
      continue
    }
    const data = await part.toBuffer()
    uploads.set(part.fieldname, { name: part.filename, mime: mimeOf(part.filename), data })
  }
  return { args, uploads }
}

/** What the log keeps of a call: uploads by name and size only. */
export function loggedPayload({ args, uploads }: RequestBody): Args {
  if (uploads.size === 0) return args
  const files = [...uploads].map(([field, { name, data }]) => [field, `file ${name}, ${data.length} bytes`])
  return { ...args, ...(Object.fromEntries(files) as Record<string, string>) }
}
