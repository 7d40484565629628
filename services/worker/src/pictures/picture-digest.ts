import { createHash } from 'node:crypto'
import type { PictureSpec } from './picture-spec.ts'

/** Raised when pictures are drawn differently: what Telegram holds of former ones is then not sent again. */
const DRAWING_VERSION = 2

/** SHA-256 in hex of all that a picture is made of: equal for equal pictures. */
export function pictureDigest(spec: PictureSpec): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING_VERSION, spec]))
    .digest('hex')
}
