// Inside a scan process: does one job after another and answers each, with what it cost. Limits are kept from outside.
import { modelsOf } from '../core/config.ts'
import { createDeliveredReader } from './delivered-page.ts'
import { faultOf } from './fault.ts'
import { qrOnPage } from './qr-on-page.ts'
import { createRasterizer } from './rasterizer.ts'
import { type Answer, type Cost, FilePart, type Job, type Limits, Request } from './scan-jobs.ts'
import { createImaging } from './sharp.ts'
import { partOfStack, singlePage, surveyPage } from './stack-page.ts'
import { createRecognizer } from './tesseract.ts'

/** The process as its entry hands it down. */
export interface Channel {
  receive(listener: (message: unknown) => void): unknown
  send(answer: Answer): unknown
  cpu(before?: Usage): Usage
  megabytes(): number
  peakMegabytes(): number
}
/** In microseconds. */
interface Usage {
  readonly user: number
  readonly system: number
}

export function serve(channel: Channel): void {
  let work: ReturnType<typeof openWork> | undefined
  let before: Usage = { user: 0, system: 0 }
  const cost = (): Cost => {
    const { user, system } = channel.cpu(before)
    before = channel.cpu()
    return {
      cpuMillis: (user + system) / 1000,
      megabytes: channel.megabytes(),
      peakMegabytes: channel.peakMegabytes(),
    }
  }
  const answer = async (message: unknown): Promise<Answer> => {
    try {
      const { limits, job } = Request.parse(message)
      work ??= openWork(limits, () => files.next())
      return { result: await work(job), cost: cost() }
    } catch (error) {
      return { fault: faultOf(error), cost: cost() }
    }
  }
  const files = askedFiles(channel)
  channel.receive((message) => {
    if (!files.takes(message)) void answer(message).then((told) => channel.send(told))
  })
  channel.send({ isReady: true })
}

/** The file of the job at work, asked of the program: it alone knows where files lie and what opens them. */
function askedFiles(channel: Channel) {
  let waiting: { bytes?: Uint8Array; resolve: (bytes: Uint8Array) => void } | undefined
  return {
    next: () =>
      new Promise<Uint8Array>((resolve) => {
        waiting = { resolve }
        channel.send({ wantsFile: true })
      }),
    takes: (message: unknown): boolean => {
      const { success, data } = FilePart.safeParse(message)
      if (!success || waiting === undefined) return success
      const bytes = (waiting.bytes ??= new Uint8Array(data.bytes))
      bytes.set(data.part, data.at)
      if (data.at + data.part.byteLength < data.bytes) return true
      waiting.resolve(bytes)
      waiting = undefined
      return true
    },
  }
}

function openWork(limits: Limits, file: () => Promise<Uint8Array>): (job: Job) => Promise<unknown> {
  const files = { read: (_path: string) => file() }
  const rasterizer = createRasterizer(files, limits)
  const imaging = createImaging(limits)
  const recognizer = createRecognizer(modelsOf(limits))
  const delivered = createDeliveredReader((path) => files.read(path))
  return async (job) => {
    if (job.kind === 'inspect') return rasterizer.inspect(job.original)
    if (job.kind === 'read') return recognizer.read(await files.read(job.reading))
    if (job.kind === 'reread') return recognizer.reread(await files.read(job.reading), job.boxes)
    if (job.kind === 'part') return partOfStack(await files.read(job.original), job.pages)
    const { original, scanPage } = job
    if (job.kind === 'single') {
      const { kind } = await rasterizer.inspect(original)
      return singlePage(await files.read(original), kind, scanPage)
    }
    if (job.kind === 'delivered') return delivered(original, (await rasterizer.inspect(original)).kind, scanPage)
    const raster = await rasterizer.rasterize(original, scanPage)
    if (job.kind === 'survey') return surveyPage(raster)
    const prepared = await imaging.prepare(raster, (strip) => recognizer.probe(strip))
    if (prepared.isBlank) return prepared
    const codes = await qrOnPage(raster, prepared.turn)
    const ownText = prepared.turn === 0 ? await rasterizer.ownText(original, scanPage) : undefined
    return { ...prepared, ...(codes.length > 0 && { codes }), ...(ownText && { ownText }) }
  }
}
