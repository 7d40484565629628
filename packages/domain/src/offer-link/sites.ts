import { abitPoisk } from './abit-poisk.ts'
import { edbo } from './edbo.ts'
import { osvita } from './osvita.ts'
import type { Site } from './site.ts'

/** Every site whose links are understood. */
export const SITES: readonly Site[] = [edbo, osvita, abitPoisk]
