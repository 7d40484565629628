const BUILD = new URL('../../../services/worker/dist/', import.meta.url)

interface PicturesBuild {
  renderPicture: (spec: object) => Uint8Array
  createThreads: (size: number) => {
    run(task: 'picture.render', spec: object, options: { timeoutMs: number }): Promise<Uint8Array>
    close(): Promise<void>
  }
}

/** What production runs: the built files of the worker, which no code of ours may import otherwise. */
export async function buildOfPictures(): Promise<PicturesBuild> {
  const load = async (path: string): Promise<object> => (await import(new URL(path, BUILD).href)) as object
  const parts = await Promise.all([load('pictures/render-picture.js'), load('threads/create-threads.js')])
  return Object.assign({}, ...parts) as PicturesBuild
}

/** A chart as most are, different each time: 341 applicants, all marks, modelled. */
export function pictureNumber(number: number): object {
  const counts = Array.from({ length: 28 }, (_, index) => 1 + ((index * 7 + number) % 24))
  const score = 180_000 + number
  return {
    kind: 'offer',
    scores: { form: 'bars', step: 2_500, from: 130_000, counts },
    mine: [{ score, label: `you ${score / 1000}`, labelWithLastYear: 'you ≈ last year' }],
    places: { score: 178_000, label: 'up to 85 places' },
    lastYear: { score: 171_204, label: 'last year from 171.2' },
    words: {
      title: { programme: 'Informatics', university: 'LNU' },
      subtitle: 'F3 · 2025 · 341 applications',
      foot: ['Rank 63–66 · data as of 24 July, 09:40'],
      brand: 'Abitly',
      modelled: 'demonstration data',
    },
  }
}
