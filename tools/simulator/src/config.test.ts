import { describe, expect, it } from 'vitest'
import { readOptions } from './config.ts'
import { TEST_TOKEN } from './testing.ts'

const env = { SIMULATOR_BOT_TOKEN: TEST_TOKEN }

describe('readOptions', () => {
  it('needs only a token', () => {
    expect(readOptions(env)).toMatchObject({
      ...{ host: '127.0.0.1', port: 0, botUsername: 'abitly_sim_bot', adminIds: [9001] },
      ...{ bulkPerSecond: 30, totalPerSecond: 0, enforce: true, retryBaseMs: 2000, stateFile: undefined },
    })
  })

  it('reads what is set', () => {
    const set = {
      ...env,
      PORT: '1',
      SIMULATOR_PORT: '8081',
      SIMULATOR_ADMIN_IDS: '1001, 9001',
      SIMULATOR_ENFORCE: 'false',
      SIMULATOR_STATE_FILE: 'state.json',
      SIMULATOR_BULK_PER_SECOND: '',
      SIMULATOR_PAID_PER_SECOND: '500',
      SIMULATOR_CROWD_MESSAGES: '0',
    }
    expect(readOptions(set)).toMatchObject({
      ...{ port: 8081, adminIds: [1001, 9001], enforce: false, stateFile: 'state.json', bulkPerSecond: 30 },
      ...{ paidPerSecond: 500, crowdMessages: 0 },
    })
  })

  it('names every problem and no value', () => {
    const read = (): unknown => readOptions({ SIMULATOR_BOT_TOKEN: 'secret-word', SIMULATOR_PORT: 'x' })
    expect(read).toThrow(/SIMULATOR_BOT_TOKEN: must look like[\s\S]*SIMULATOR_PORT/)
    expect(read).not.toThrow(/secret-word/)
  })
})
