import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { poolConfig } from './connection.ts'

const url = 'postgresql://bot%40home:p%3Ass@db.example.org:6432/abitly%20data?sslmode=disable'

describe('poolConfig', () => {
  it('takes the URL apart, because a connection string would overrule TLS', () => {
    const config = poolConfig({ url, schema: 'abitly', ssl: true })
    expect(config).toMatchObject({
      host: 'db.example.org',
      port: 6432,
      user: 'bot@home',
      password: 'p:ss',
      database: 'abitly data',
      ssl: { rejectUnauthorized: true },
    })
    expect(config).not.toHaveProperty('connectionString')
  })

  it('knows the usual port and hosts in brackets', () => {
    expect(poolConfig({ url: 'postgres://me@[::1]/db', schema: 'abitly', ssl: false })).toMatchObject({
      host: '::1',
      port: 5432,
      ssl: false,
    })
  })

  it('verifies against the given authority', () => {
    const folder = mkdtempSync(join(tmpdir(), 'abitly-ca-'))
    try {
      writeFileSync(join(folder, 'ca.pem'), 'certificate')
      const { ssl } = poolConfig({ url, schema: 'abitly', ssl: true, caFile: join(folder, 'ca.pem') })
      expect(ssl).toEqual({ rejectUnauthorized: true, ca: 'certificate' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('opens every session in its schema, in UTC, with the given settings', () => {
    const { options } = poolConfig({ url, schema: 'other', ssl: false }, { statement_timeout: 10 })
    expect(options).toBe('-c search_path=other -c TimeZone=UTC -c statement_timeout=10')
  })

  it.each(['Abitly', 'a b', 'a;b', '', '1a'])('refuses the schema name "%s"', (schema) => {
    expect(() => poolConfig({ url, schema, ssl: false })).toThrow(RangeError)
  })

  it('says nothing of a URL it cannot read', () => {
    expect(() => poolConfig({ url: 'secret', schema: 'abitly', ssl: false })).toThrow(
      new TypeError('The database URL is not a URL'),
    )
  })
})
