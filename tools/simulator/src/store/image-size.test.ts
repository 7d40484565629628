import { describe, expect, it } from 'vitest'
import { pngOf } from '../testing.ts'
import { imageSize } from './image-size.ts'

/** SOI, an APP0 segment, a SOF2 frame header. */
const jpeg = Buffer.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x01, 0x02],
  ...[0xff, 0xc2, 0x00, 0x0b, 0x08, 0x01, 0x2c, 0x02, 0x58, 0x01, 0x01, 0x11, 0x00],
])

describe('imageSize', () => {
  it('reads a PNG', () => {
    expect(imageSize(pngOf(800, 600))).toEqual({ width: 800, height: 600, mime: 'image/png' })
  })

  it('reads a JPEG', () => {
    expect(imageSize(jpeg)).toEqual({ width: 600, height: 300, mime: 'image/jpeg' })
  })

  it.each([
    ['text', Buffer.from('hello')],
    ['a PNG that is cut off', pngOf(8, 6).subarray(0, 20)],
    ['a JPEG that is cut off', jpeg.subarray(0, 12)],
    ['an empty PNG', pngOf(0, 6)],
  ])('refuses %s', (_name, data) => {
    expect(imageSize(data)).toBeUndefined()
  })
})
