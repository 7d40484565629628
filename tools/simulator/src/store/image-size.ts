interface ImageSize {
  width: number
  height: number
  mime: 'image/png' | 'image/jpeg'
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Pixels of a PNG or JPEG, read from its header; `undefined` when it is neither or is cut off. */
export function imageSize(data: Buffer): ImageSize | undefined {
  if (data.subarray(0, 8).equals(PNG_SIGNATURE)) return pngSize(data)
  if (data.length > 3 && data.readUInt16BE(0) === 0xffd8) return jpegSize(data)
  return undefined
}

function pngSize(data: Buffer): ImageSize | undefined {
  if (data.length < 24 || data.toString('latin1', 12, 16) !== 'IHDR') return undefined
  return measured(data.readUInt32BE(16), data.readUInt32BE(20), 'image/png')
}

/** Walks the segments up to the frame header (SOF0–SOF15 without DHT, JPG and DAC). */
function jpegSize(data: Buffer): ImageSize | undefined {
  let at = 2
  while (at + 9 < data.length) {
    if (data[at] !== 0xff) return undefined
    const marker = data[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return measured(data.readUInt16BE(at + 7), data.readUInt16BE(at + 5), 'image/jpeg')
    }
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += standsAlone ? 2 : 2 + data.readUInt16BE(at + 2)
  }
  return undefined
}

function measured(width: number, height: number, mime: ImageSize['mime']): ImageSize | undefined {
  return width > 0 && height > 0 ? { width, height, mime } : undefined
}
