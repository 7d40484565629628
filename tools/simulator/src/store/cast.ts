import { readFileSync } from 'node:fs'
import { z } from 'zod'

const person = z.object({
  id: z.number().int(),
  firstName: z.string(),
  lastName: z.string().optional(),
  username: z.string().optional(),
  languageCode: z.string(),
})
const group = z.object({
  id: z.number().int(),
  type: z.enum(['group', 'supergroup']),
  title: z.string(),
  members: z.array(z.number().int()),
})
const castSchema = z.object({ users: z.array(person), groups: z.array(group) })

/** Who is there at the first start. */
export interface Cast {
  users: { id: number; firstName: string; lastName?: string; username?: string; languageCode: string }[]
  groups: { id: number; type: 'group' | 'supergroup'; title: string; members: number[] }[]
}

/** Reads `cast.json` beside `src` and `dist`: names are data, not code. */
export function readCast(): Cast {
  const text = readFileSync(new URL('../../cast.json', import.meta.url), 'utf8')
  return castSchema.parse(JSON.parse(text)) as Cast
}
