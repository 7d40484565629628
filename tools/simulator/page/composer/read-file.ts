import { h } from '../ui/dom.ts'

/** Pictures are made this small on the longer side before they are sent, as messengers do. */
const LONGEST_SIDE = 1280

/** The picture as a `data:` address, no larger than it needs to be. */
export async function shrunk(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = h('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures: a photo cannot be made smaller.')
  // JPEG knows no transparency: without this it would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.86)
}

/** The bytes of a file, as they travel in JSON. */
export async function base64Of(file: File): Promise<string> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : '')
    }
    reader.onerror = () => {
      reject(new Error(`${file.name} cannot be read: choose it again.`))
    }
    reader.readAsDataURL(file)
  })
  return url.slice(url.indexOf(',') + 1)
}
