import { DEFAULT_NOTIFICATION_SETTINGS } from '@abitly/database'
import { describe, expect, it } from 'vitest'
import { hears, NOTIFICATION_KINDS, withAll, withKind } from './notification-kind.ts'
import type { Switches } from './notification-kind.ts'

const ON: Switches = { enabled: true, settings: DEFAULT_NOTIFICATION_SETTINGS }
const OFF: Switches = { ...ON, enabled: false }
const heard = (switches: Switches) => NOTIFICATION_KINDS.filter((kind) => hears(switches, kind))

describe('the switches of notifications', () => {
  it('turn one kind off and on', () => {
    const muted = withKind(ON, 'openDays', false)
    expect(heard(muted)).toEqual(['offerChanges', 'news'])
    expect(withKind(muted, 'openDays', false)).toEqual(muted)
    expect(withKind(muted, 'openDays', true)).toEqual(ON)
  })

  it('are all off with the last kind, and all on when they come back', () => {
    const none = NOTIFICATION_KINDS.reduce((switches, kind) => withKind(switches, kind, false), ON)
    expect(none).toEqual(OFF)
    expect(heard(withAll(none, true))).toEqual([...NOTIFICATION_KINDS])
  })

  it('turn on exactly the kind that ends the silence', () => {
    expect(heard(withKind(OFF, 'news', true))).toEqual(['news'])
    expect(withKind(OFF, 'news', false)).toEqual(OFF)
  })

  it('leave the quiet hours alone', () => {
    const quiet = { from: 23, until: 7 }
    const own: Switches = { ...ON, settings: { ...ON.settings, quiet } }
    expect(withAll(own, false).settings.quiet).toEqual(quiet)
    expect(withKind(own, 'news', false).settings.quiet).toEqual(quiet)
  })
})
