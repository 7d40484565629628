import { describe, expect, it } from 'vitest'
import { personalDataFile } from './personal-data-file.ts'

describe('the file of personal data', () => {
  it('is JSON that people can read too', () => {
    const bytes = personalDataFile(
      { telegram_users: [{ first_name: 'Олена' }] },
      new Date('2026-07-24T10:00:00Z'),
    )
    expect(Buffer.from(bytes).toString('utf8')).toBe(`{
  "exported_at": "2026-07-24T10:00:00.000Z",
  "telegram_users": [
    {
      "first_name": "Олена"
    }
  ]
}
`)
  })
})
