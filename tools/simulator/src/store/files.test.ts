import { expect, it } from 'vitest'
import { createFiles } from './files.ts'

const upload = { name: 'a.txt', mime: 'text/plain', data: Buffer.from('abc') }

it('knows a file by every id it gave for it', () => {
  const files = createFiles(1)
  const file = files.save(upload, 'document')
  expect(files.byId(files.fileId(file))).toBe(file)
  expect(files.byId(files.fileId(file, 's'))).toBe(file)
  expect(files.data(file)?.toString()).toBe('abc')
})

it('refuses the ids of another bot', () => {
  const files = createFiles(1)
  const file = files.save(upload, 'document')
  const other = createFiles(2)
  other.save(upload, 'document')
  expect(other.byId(files.fileId(file))).toBeUndefined()
  expect(files.byId('AgACAgIAAxkBAAI')).toBeUndefined()
})
