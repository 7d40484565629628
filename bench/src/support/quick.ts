/** `--quick`: short runs that show that a bench works. Its figures mean little. */
export const QUICK = process.argv.includes('--quick')

/** How much of something: in full, and with `--quick`. */
export const amount = (full: number, quick: number): number => (QUICK ? quick : full)
