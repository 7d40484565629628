import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_TOKEN, pngOf, startSimulator } from '../../testing.ts'
import type { ApiAnswer, TestSimulator } from '../../testing.ts'

let simulator: TestSimulator
beforeAll(async () => {
  simulator = await startSimulator({ enforce: false })
  await simulator.sim('POST', '/users/1001/start', {})
})
afterAll(() => simulator.stop())

async function upload(method: string, fields: Record<string, string | Buffer>): Promise<ApiAnswer> {
  const form = new FormData()
  form.set('chat_id', '1001')
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, new Blob([new Uint8Array(value)]), `${name}.bin`)
  }
  const answer = await fetch(`${simulator.url}/bot${TEST_TOKEN}/${method}`, { method: 'POST', body: form })
  return (await answer.json()) as ApiAnswer
}

interface Photo {
  message_id: number
  photo: { file_id: string; width: number; height: number }[]
}

const bad = (description: string): object => ({
  ok: false,
  error_code: 400,
  description: `Bad Request: ${description}`,
})
const sendPhoto = (photo: string): Promise<ApiAnswer> => simulator.api('sendPhoto', { chat_id: 1001, photo })

describe('sendPhoto', () => {
  it('takes an upload, offers it in sizes and sends it again by its id', async () => {
    const sent = (
      await upload('sendPhoto', { photo: pngOf(1600, 900), caption: '<i>Шанс</i>', parse_mode: 'HTML' })
    ).result as Photo
    expect(sent).toMatchObject({ caption: 'Шанс', caption_entities: [{ type: 'italic' }] })
    expect(sent.photo.map(({ width, height }) => [width, height])).toEqual([
      [90, 51],
      [320, 180],
      [800, 450],
      [1280, 720],
    ])
    const again = await sendPhoto(sent.photo.at(-1)?.file_id ?? '')
    expect((again.result as Photo).photo).toEqual(sent.photo)
  })

  it.each([
    ['text', Buffer.from('hello'), 'IMAGE_PROCESS_FAILED'],
    ['an endless strip', pngOf(3000, 100), 'PHOTO_INVALID_DIMENSIONS'],
    ['a giant', pngOf(6000, 5000), 'PHOTO_INVALID_DIMENSIONS'],
    ['nothing', Buffer.alloc(0), 'file must be non-empty'],
  ])('refuses %s', async (_name, photo, description) => {
    expect(await upload('sendPhoto', { photo })).toEqual(bad(description))
  })

  it('refuses ids it never gave, and addresses', async () => {
    expect(await sendPhoto('AgACAgIAAxkBAAI')).toEqual(bad('wrong file identifier/HTTP URL specified'))
    expect(await sendPhoto('https://abit.ua/x.png')).toEqual(bad('failed to get HTTP URL content'))
    expect(await sendPhoto('')).toEqual(bad('there is no photo in the request'))
    expect(await upload('sendPhoto', { photo: pngOf(9, 9), caption: 'x'.repeat(1025) })).toEqual(
      bad('message caption is too long'),
    )
  })
})

describe('documents and albums', () => {
  it('keeps name and size of a document, which is no photo', async () => {
    const sent = await upload('sendDocument', { document: Buffer.from('hello') })
    const { document } = sent.result as { document: { file_id: string } }
    expect(document).toMatchObject({ file_name: 'document.bin', file_size: 5 })
    expect(await sendPhoto(document.file_id)).toEqual(bad("can't use file of type Document as Photo"))
  })

  it('hands a table with a Ukrainian name over as it came, to be saved', async () => {
    const table = Buffer.from('\uFEFF"Ім’я";"Стан"\r\n"Олена";"надіслано"\r\n')
    // As grammY uploads: a name without quotes, and no MIME type to go by.
    const boundary = 'x'.repeat(20)
    const part = (head: string): string => `--${boundary}\r\ncontent-disposition:form-data;${head}\r\n`
    const body = Buffer.concat([
      Buffer.from(`${part('name="chat_id"')}\r\n1001\r\n${part('name="document"')}\r\nattach://f1\r\n`),
      Buffer.from(
        `${part('name="f1";filename=розсилка-42.csv')}content-type:application/octet-stream\r\n\r\n`,
      ),
      table,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` }
    const answer = await fetch(`${simulator.url}/bot${TEST_TOKEN}/sendDocument`, {
      method: 'POST',
      headers,
      body,
    })
    const { result } = (await answer.json()) as { result: { document: object } }
    expect(result.document).toMatchObject({ file_name: 'розсилка-42.csv', mime_type: 'text/csv' })
    const messages = (await simulator.sim('GET', '/chats/1001/messages')) as { document?: { url: string } }[]
    const file = await fetch(simulator.url + (messages.at(-1)?.document?.url ?? ''))
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="________-42.csv"; filename*=UTF-8''${encodeURIComponent('розсилка-42.csv')}`,
    )
    expect(Buffer.from(await file.arrayBuffer())).toEqual(table)
  })

  it('sends an album of attached files', async () => {
    const media = ['a', 'b'].map((name) => ({ type: 'photo', media: `attach://${name}`, caption: name }))
    const sent = await upload('sendMediaGroup', {
      media: JSON.stringify(media),
      a: pngOf(9, 9),
      b: pngOf(8, 8),
    })
    const parts = sent.result as { media_group_id: string; caption: string }[]
    expect(parts.map((part) => part.caption)).toEqual(['a', 'b'])
    expect(new Set(parts.map((part) => part.media_group_id)).size).toBe(1)
    expect(
      (await upload('sendMediaGroup', { media: JSON.stringify(media.slice(1)), b: pngOf(8, 8) })).ok,
    ).toBe(false)
  })

  it('changes picture and caption in place', async () => {
    const { message_id } = (await upload('sendPhoto', { photo: pngOf(9, 9) })).result as Photo
    const media = JSON.stringify({ type: 'photo', media: 'attach://p', caption: 'new' })
    const edited = await upload('editMessageMedia', {
      message_id: String(message_id),
      media,
      p: pngOf(30, 20),
    })
    expect(edited.result).toMatchObject({ message_id, caption: 'new', photo: [{ width: 30, height: 20 }] })
    const caption = { chat_id: 1001, message_id, caption: 'newer' }
    expect((await simulator.api('editMessageCaption', caption)).result).toMatchObject({ caption: 'newer' })
    expect(await simulator.api('editMessageText', { chat_id: 1001, message_id, text: 'x' })).toEqual(
      bad('there is no text in the message to edit'),
    )
  })
})

it('gives files back', async () => {
  const sent = (await upload('sendPhoto', { photo: pngOf(12, 12) })).result as Photo
  const { result } = await simulator.api('getFile', { file_id: sent.photo[0]?.file_id })
  const { file_path } = result as { file_path: string }
  expect(file_path).toMatch(/^photos\/[\w-]+\.png$/)
  const file = await fetch(`${simulator.url}/file/bot${TEST_TOKEN}/${file_path}`)
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pngOf(12, 12))
  expect((await fetch(`${simulator.url}/file/bot${TEST_TOKEN}/photos/none.png`)).status).toBe(404)
  expect(await simulator.api('getFile', { file_id: 'x' })).toEqual(
    bad('wrong file_id or the file is temporarily unavailable'),
  )
})
