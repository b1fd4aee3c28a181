// Takes pages scanned again: finds out which page each stands for, proves that it can be read, keeps it beside the original it
// replaces, and notes it. Reading it again is the business of the next run.
import type { Page, PageReplacement } from '../../schemas/index.ts'
import { PipelineError, UnreadableInput, UsageError } from '../core/errors.ts'
import { sha256 } from '../core/id.ts'
import { type Stack, type StackPage, stackOf } from '../core/rescan-stack.ts'
import { slipHexIn } from '../core/slip-code.ts'
import type { Asked, Files, ScanReader } from '../core/stage.ts'
import type { Database } from '../store/database.ts'
import { keepReplacement } from '../store/replacements.ts'
import { pageNumbers } from '../store/page-order.ts'
import { pageOfSlip } from '../store/slips.ts'

/** What became of one page that was handed in, or of a whole file nothing could be made of. */
export interface TakenRescan {
  readonly file: string
  readonly outcome: 'taken' | 'known' | 'refused'
  readonly dossier?: string
  readonly page?: number
  /** Why it was refused. */
  readonly problem?: string
}

export interface RescanDesk {
  readonly database: Database
  readonly files: Pick<Files, 'keepOriginal' | 'keepRescan' | 'hold' | 'read'>
  readonly scanReader: ScanReader
  readonly asked: Asked
  /** ISO date. */
  readonly today: string
}

/** A file named by a slip's code is that page; any other is a stack with slips in it. A refused file changes nothing. */
export async function* takeRescan(desk: RescanDesk, file: string, name: string): AsyncGenerator<TakenRescan> {
  const slip = slipHexIn(name)
  if (slip === undefined) yield* takeStack(desk, file, name)
  else yield await answered(name, async () => takeFile(desk, file, name, await pageFor(desk, slip)))
}

export function takeFor(desk: RescanDesk, file: string, name: string, page: Page): Promise<TakenRescan> {
  return answered(name, () => takeFile(desk, file, name, page))
}

async function takeFile(desk: RescanDesk, file: string, name: string, page: Page): Promise<TakenRescan> {
  const kept = await desk.files.keepOriginal(page.dossier, file)
  return await note(desk, name, page, kept)
}

async function* takeStack(desk: RescanDesk, file: string, name: string): AsyncGenerator<TakenRescan> {
  await using held = await desk.files.hold(file)
  const seen = await survey(desk, held.path).catch(refusal)
  if ('problem' in seen) {
    yield { file: name, outcome: 'refused', problem: seen.problem }
    return
  }
  for (const { slip, page: scanPage } of seen.rescans) {
    yield await answered(`${name}, trang ${scanPage}`, async () => {
      const page = await pageFor(desk, slip)
      const { bytes, extension } = await desk.scanReader.single(held.path, scanPage, desk.asked)
      const original = await desk.files.keepRescan(page.dossier, extension, bytes)
      const kept = { original, bytes: bytes.byteLength, sha256: sha256(bytes) }
      return await note(desk, `${name}, trang ${scanPage}`, page, kept)
    })
  }
  for (const problem of seen.problems) yield { file: name, outcome: 'refused', problem }
}

async function survey({ scanReader, asked }: RescanDesk, path: string): Promise<Stack> {
  const { pages } = await scanReader.inspect(path, asked)
  const seen: StackPage[] = []
  for (let page = 1; page <= pages; page += 1) {
    const { codes, isBlank } = await scanReader.survey(path, page, asked)
    const slip = codes.map(slipHexIn).find((found) => found !== undefined)
    seen.push({ isBlank, ...(slip !== undefined && { slip }) })
  }
  if (seen.every(({ slip }) => slip === undefined)) {
    throw new UnreadableInput(
      'Tên tệp không có mã phiếu và trong tệp không thấy phiếu quét lại nào. Hãy đặt tên tệp theo mã phiếu, hoặc dùng --dossier và --page.',
    )
  }
  return stackOf(seen)
}

async function pageFor({ database }: RescanDesk, slip: string): Promise<Page> {
  const page = await pageOfSlip(database, slip)
  if (page) return page
  throw new UsageError(
    'Không có trang nào mang mã phiếu này trong thư mục làm việc. Hãy kiểm tra lại mã trên phiếu và --workspace.',
  )
}

interface Kept {
  readonly original: string
  readonly bytes: number
  readonly sha256: string
}

/** Opened once before it may take the place of what is there: a spoilt file must not push out a page. */
async function note(desk: RescanDesk, file: string, page: Page, kept: Kept): Promise<TakenRescan> {
  const { database, scanReader, asked, today } = desk
  const { kind, pages } = await scanReader.inspect(kept.original, asked)
  if (pages !== 1) {
    throw new UnreadableInput(`Tệp có ${pages} trang, mỗi phiếu chỉ nhận đúng một trang. Hãy tách tệp rồi giao lại.`)
  }
  const { isBlank } = await scanReader.prepare(kept.original, 1, asked)
  if (isBlank) throw new UnreadableInput('Trang quét lại là trang trắng. Hãy kiểm tra mặt giấy rồi quét lại.')
  const replacement: PageReplacement = {
    pageId: page.pageId,
    dossier: page.dossier,
    ...kept,
    kind,
    replacedScan: await scanHash(database, page),
    takenOn: today,
  }
  const isNew = await keepReplacement(database, replacement)
  const number = (await pageNumbers(database, [page.dossier])).get(page.pageId)
  const told = { dossier: page.dossier, ...(number !== undefined && { page: number }) }
  return { file, outcome: isNew ? 'taken' : 'known', ...told }
}

async function scanHash(database: Database, { scanId }: Page): Promise<string> {
  const scan = await database.scan.findUniqueOrThrow({ where: { scanId }, select: { sha256: true } })
  return scan.sha256
}

async function answered(file: string, take: () => Promise<TakenRescan>): Promise<TakenRescan> {
  return take().catch((error: unknown) => ({ file, outcome: 'refused' as const, ...refusal(error) }))
}

/** What concerns this file alone is told; anything else ends the command. */
function refusal(error: unknown): { problem: string } {
  if (error instanceof PipelineError && (error.remedy !== 'stop' || error instanceof UsageError)) {
    return { problem: error.message }
  }
  throw error
}
