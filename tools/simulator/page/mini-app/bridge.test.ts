import { describe, expect, it } from 'vitest'
import type { MiniAppFrame } from './bridge.ts'
import { applyMiniAppMessage, newFrame, readMiniAppMessage } from './bridge.ts'

function after(...posted: unknown[]): MiniAppFrame {
  return posted.reduce<MiniAppFrame>((frame, one) => {
    const message = readMiniAppMessage(one)
    return message === undefined ? frame : applyMiniAppMessage(frame, message)
  }, newFrame())
}

const post = (eventType: string, eventData?: unknown): string => JSON.stringify({ eventType, eventData })

describe('the frame of a Mini App', () => {
  it('shows the buttons the app asks for', () => {
    const frame = after(
      post('web_app_setup_back_button', { is_visible: true }),
      post('web_app_setup_main_button', { is_visible: true, text: 'Зберегти ці бали' }),
      post('web_app_setup_main_button', { is_progress_visible: true, is_active: false }),
    )
    expect(frame).toEqual({
      back: true,
      main: { visible: true, active: false, text: 'Зберегти ці бали', busy: true },
      closed: false,
    })
  })

  it('closes on request', () => {
    expect(after(post('web_app_close')).closed).toBe(true)
  })

  it.each([undefined, 5, {}, 'not json', '[]', '"text"', '{"eventType":7}'])(
    'pays no attention to %j',
    (posted) => {
      expect(after(posted)).toEqual(newFrame())
    },
  )
})
