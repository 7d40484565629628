import { afterAll, beforeAll, expect } from 'vitest'
import { startPlatform } from './platform.ts'
import type { Platform, PlatformOptions } from './platform.ts'

/** The platform of a test file: it runs while its tests do, and in the end Telegram must have nothing to object to. */
export function usePlatform(options: PlatformOptions = {}): Platform {
  let running: Platform | undefined
  const current = (): Platform => {
    if (running === undefined) throw new Error('The platform runs inside of tests and hooks only')
    return running
  }
  beforeAll(async () => {
    running = await startPlatform(options)
  })
  afterAll(async () => {
    if (running === undefined) return
    try {
      expect(await running.telegram.violations()).toEqual([])
    } finally {
      await running.stop()
    }
  })
  return new Proxy({} as Platform, { get: (_nothing, name) => Reflect.get(current(), name) as unknown })
}
