import type { FastifyInstance } from 'fastify'
import type { StoredFile } from '../store/model.ts'
import type { Telegram } from '../telegram.ts'
import { ControlError } from './control-error.ts'

/** The bytes of uploaded files. Nothing in them can run: they come from whoever talks to the bot. */
export function fileRoutes(app: FastifyInstance, { world }: Telegram): void {
  app.get<{ Params: { uniqueId: string } }>('/files/:uniqueId', (request, reply) => {
    const file = world.files.byUniqueId(request.params.uniqueId)
    if (file === undefined) throw new ControlError(404, 'There is no such file')
    return reply
      .type(/^text\/[\w.+-]+$/.test(file.mime) ? `${file.mime}; charset=utf-8` : file.mime)
      .header('Cache-Control', 'max-age=86400')
      .header('X-Content-Type-Options', 'nosniff')
      .header('Content-Security-Policy', 'sandbox')
      .header('Content-Disposition', disposition(file))
      .send(world.files.data(file))
  })
}

/** Photos are shown, everything else is saved under its own name, whatever alphabet that is written in (RFC 6266). */
function disposition({ kind, name: given }: StoredFile): string {
  if (kind === 'photo') return 'inline'
  // Half a surrogate pair cannot be encoded: through bytes and back it becomes a replacement character.
  const name = Buffer.from(given).toString()
  const plain = name.replace(/[^\w. -]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
