/**
 * The colours of all pictures (Okabe–Ito family): shapes differ from what is behind them by 3:1 at least, text by
 * 4.5:1. Pure white would glare in a dark client.
 */
export const PALETTE = {
  background: '#F6F8FA',
  ink: '#1B2733',
  secondary: '#52616F',
  bars: '#738797',
  barsAbove: '#0072B2',
  me: '#D55E00',
  meText: '#B84E00',
  places: '#00795A',
  zone: '#DDF0E9',
} as const

export type Colour = (typeof PALETTE)[keyof typeof PALETTE]
