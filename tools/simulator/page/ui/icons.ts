/** Drawings on a 24 × 24 grid, stroked in the colour of the text. */
const PATHS = {
  send: 'M4.5 12h13M12 5.5l6.5 6.5-6.5 6.5',
  menu: 'M5 7.5h14M5 12h9M5 16.5h14',
  attach: 'M4.5 6.5h15v11h-15zM4.5 15l4.2-4 3.6 3.4 2.4-2.2 4.8 4.3M15.6 9.6h.01',
  keyboard: 'M3.5 7h17v10h-17zM7 10.4h.01M10.4 10.4h.01M13.8 10.4h.01M17.2 10.4h.01M8 13.8h8',
  wrench:
    'M14.6 6.2a4.2 4.2 0 0 0-5.3 5.3L4.6 16.2a1.7 1.7 0 0 0 0 2.4l.8.8a1.7 1.7 0 0 0 2.4 0l4.7-4.7a4.2 4.2 0 0 0 5.3-5.3l-2.6 2.6-2.4-.6-.6-2.4z',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  down: 'M6 9.5l6 6 6-6',
  back: 'M14.5 6l-6 6 6 6',
  check: 'M5 12.8l4.3 4.2L19 7.2',
  external: 'M8.5 15.5l7-7M9.8 8.2h6v6',
  window: 'M5.5 5.5h13v13h-13zM5.5 9.5h13',
  copy: 'M9 9h9.5v9.5H9zM5.5 15V5.5H15',
  at: 'M15.2 12a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0zm0 0c0 3.6 4.3 3.2 4.3-.4A7.5 7.5 0 1 0 16 18.4',
  forward: 'M13.5 6.5l6 5.5-6 5.5v-3.4c-4.4 0-7.2 1.2-9 3.9.6-4.6 3.3-7.9 9-8.4z',
  crowd:
    'M8 5.8a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM16 5.8a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8zM3.6 17.8c.3-3 2-4.5 4.4-4.5s4 1.5 4.4 4.5M12.8 14.4c.8-.7 1.9-1.1 3.2-1.1 2.4 0 4.1 1.5 4.4 4.5',
  bold: 'M7.5 5.5h5.2a3.1 3.1 0 0 1 0 6.2H7.5zM7.5 11.7h6a3.4 3.4 0 0 1 0 6.8h-6z',
  italic: 'M10.5 5.5h6M7.5 18.5h6M13.8 5.5l-3.6 13',
  underline: 'M7.5 5.5v6a4.5 4.5 0 0 0 9 0v-6M6.5 19h11',
  strike:
    'M16 7.6c-.8-1.4-2.2-2.1-4-2.1-2.3 0-4 1.2-4 3 0 1 .5 1.8 1.5 2.4M5 12.4h14M16 14.6c.1 2.4-1.6 3.9-4.2 3.9-2.1 0-3.6-.9-4.3-2.6',
  code: 'M9 7.5L4.5 12 9 16.5M15 7.5l4.5 4.5-4.5 4.5',
  hidden: 'M4 12c2-3.4 4.7-5 8-5s6 1.6 8 5c-2 3.4-4.7 5-8 5s-6-1.6-8-5zM5 5l14 14',
  link: 'M10.2 13.8a3.4 3.4 0 0 0 4.9 0l2.9-2.9a3.4 3.4 0 0 0-4.9-4.9l-1.3 1.3M13.8 10.2a3.4 3.4 0 0 0-4.9 0L6 13.1A3.4 3.4 0 0 0 10.9 18l1.3-1.3',
  dots: 'M6 12h.01M12 12h.01M18 12h.01',
  file: 'M7 3.8h6.5L18 8.3v11.9H7zM13.2 4v4.6H18',
  plus: 'M12 5.5v13M5.5 12h13',
  sun: 'M12 8.2a3.8 3.8 0 1 0 0 7.6 3.8 3.8 0 0 0 0-7.6zM12 3v1.8M12 19.2V21M3 12h1.8M19.2 12H21M5.6 5.6l1.3 1.3M17.1 17.1l1.3 1.3M5.6 18.4l1.3-1.3M17.1 6.9l1.3-1.3',
  moon: 'M19.5 14.6A8 8 0 0 1 9.4 4.5a8 8 0 1 0 10.1 10.1z',
  auto: 'M12 4.2a7.8 7.8 0 1 0 0 15.6zM12 4.2a7.8 7.8 0 0 1 0 15.6z',
  block: 'M12 4.2a7.8 7.8 0 1 0 0 15.6 7.8 7.8 0 0 0 0-15.6zM6.6 6.6l10.8 10.8',
  search: 'M10.8 5a5.8 5.8 0 1 0 0 11.6 5.8 5.8 0 0 0 0-11.6zM15.2 15.2L19.5 19.5',
  group:
    'M9 6.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM3.8 18.2c.4-3 2.4-4.4 5.2-4.4s4.8 1.4 5.2 4.4M15.2 6.6a2.5 2.5 0 0 1 0 4.8M17 14.2c1.9.5 3 1.9 3.3 4',
  silent: 'M6.5 16.5h11l-1.4-2.3V10.5a4.1 4.1 0 0 0-8.2 0v3.7zM10.5 18.8c.9.9 2.1.9 3 0M4.5 4.5l15 15',
} as const

export type IconName = keyof typeof PATHS

const SVG = 'http://www.w3.org/2000/svg'

/** An icon without a name of its own: the words beside it, or the label of its button, say what it means. */
export function icon(name: IconName): SVGSVGElement {
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', PATHS[name])
  return drawing('0 0 24 24', 'icon', path)
}

/** One tick: the server has the message. Two: the bot has taken it. */
export function ticks(delivered: boolean): SVGSVGElement {
  const paths = (delivered ? ['M1 6.5l3.2 3.2 6.3-7', 'M7 9.3l.5.4 6.3-7'] : ['M1 6.5l3.2 3.2 6.3-7']).map(
    (d) => {
      const path = document.createElementNS(SVG, 'path')
      path.setAttribute('d', d)
      return path
    },
  )
  return drawing('0 0 15 12', 'ticks', ...paths)
}

function drawing(viewBox: string, className: string, ...paths: SVGPathElement[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', viewBox)
  svg.setAttribute('class', className)
  svg.setAttribute('aria-hidden', 'true')
  svg.append(...paths)
  return svg
}
