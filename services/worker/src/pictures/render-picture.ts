import { Resvg } from '@resvg/resvg-js'
import { drawPicture } from './draw-picture.ts'
import { FONT_FAMILY, FONT_FILES } from './font.ts'
import type { PictureSpec } from './picture-spec.ts'

/** The largest side that ordinary clients download. */
const PIXELS_WIDE = 1280

/** A picture as PNG. Some 60 ms of a core: call it in a thread (`picture.render`). */
export function renderPicture(spec: PictureSpec): Uint8Array {
  return renderSvg(drawPicture(spec))
}

/** SVG as PNG with the packaged font only, so that it is the same on every machine. */
export function renderSvg(svg: string, width = PIXELS_WIDE): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: [...FONT_FILES], defaultFontFamily: FONT_FAMILY }
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font,
    logLevel: 'off',
  }).render()
  // A copy: the renderer's own memory cannot be moved between threads.
  return new Uint8Array(image.asPng())
}
