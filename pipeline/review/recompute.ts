// Lets what follows from decisions be computed beside the answers to keys: once when the keys of a dossier rest, or as soon as
// somebody needs the result; the newest state in the end.

export interface Recompute {
  /** `subject`: what was decided; until it is done, what the store holds of it is older than the decision. */
  soon(dossier: string, subject: string): void
  /** Computes at once what is waiting, and waits for it. */
  settled(dossier: string): Promise<void>
  isOutdated(dossier: string, subject: string): boolean
  /** Nothing is left to do. */
  finish(): Promise<void>
}

/** As long as somebody goes on from value to value, the whole is not computed after each. */
const REST_MILLIS = 1000

interface Work {
  /** Decided since the last computing began. */
  readonly waiting: Set<string>
  readonly atWork: Set<string>
  running: Promise<void> | undefined
  timer: NodeJS.Timeout | undefined
}

const noWork = (): Work => ({ waiting: new Set(), atWork: new Set(), running: undefined, timer: undefined })

export function createRecompute(
  compute: (dossier: string) => Promise<void>,
  failed: (error: unknown) => void,
): Recompute {
  const all = new Map<string, Work>()
  const run = async (dossier: string, work: Work) => {
    while (work.waiting.size > 0) {
      for (const subject of work.waiting) work.atWork.add(subject)
      work.waiting.clear()
      await compute(dossier).catch(failed)
      work.atWork.clear()
    }
    all.delete(dossier)
  }
  const begin = (dossier: string, work: Work): Promise<void> => {
    clearTimeout(work.timer)
    work.running ??= run(dossier, work)
    return work.running
  }
  const settled = async (dossier: string) => {
    for (let work = all.get(dossier); work !== undefined; work = all.get(dossier)) await begin(dossier, work)
  }
  return {
    soon: (dossier, subject) => {
      const work = all.get(dossier) ?? noWork()
      all.set(dossier, work)
      work.waiting.add(subject)
      clearTimeout(work.timer)
      if (work.running === undefined) work.timer = setTimeout(() => void begin(dossier, work), REST_MILLIS)
    },
    settled,
    isOutdated: (dossier, subject) => {
      const work = all.get(dossier)
      return work?.waiting.has(subject) === true || work?.atWork.has(subject) === true
    },
    finish: async () => {
      for (const dossier of all.keys()) await settled(dossier)
    },
  }
}
