/** How high each dot of a row stands, from 0 at the base: dots that would overlap are stacked. `xs` in order. */
export function stackDots(xs: readonly number[], diameter: number): number[] {
  const levels: number[] = []
  xs.forEach((x, index) => {
    const near = levels.filter((_, other) => other < index && x - (xs[other] ?? x) < diameter)
    let level = 0
    while (near.includes(level)) level += 1
    levels.push(level)
  })
  return levels
}
