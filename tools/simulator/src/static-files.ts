import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyStaticOptions } from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** The same folders from `src` and from `dist`. */
const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The chat page: its own files, its compiled scripts and its texts. */
export async function staticFiles(app: FastifyInstance): Promise<void> {
  const shared: Partial<FastifyStaticOptions> = {
    cacheControl: false,
    suppressWarning: true,
    // A page under development must never come from the browser's cache.
    setHeaders: (reply) => void reply.header('Cache-Control', 'no-cache'),
  }
  await app.register(fastifyStatic, { ...shared, root: folder('../public'), prefix: '/' })
  for (const [prefix, root] of [
    ['/page/', '../dist/page'],
    ['/locales/', '../locales'],
  ] as const) {
    await app.register(fastifyStatic, { ...shared, root: folder(root), prefix, decorateReply: false })
  }
}
