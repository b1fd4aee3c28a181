// `hoso rescan list`: judges every page and writes slips and list. A question: nothing in the workspace changes.
import { resolve } from 'node:path'
import { createFiles } from '../adapters/files.ts'
import { pageVerdict } from '../core/page-verdict.ts'
import { type RescanEntry, rescanSlip, rescanWorksheets } from '../core/rescan-list.ts'
import type { Sheet } from '../core/sheet.ts'
import { slipCodeOf } from '../core/slip-code.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { type ScannedPage, scannedPages } from '../store/scanned-pages.ts'
import { exitCodes, printJson } from './command.ts'
import type { Call } from './rescan.ts'

/** The printed page as people know it, and where its picture lies. */
interface Listed {
  readonly entry: RescanEntry
  readonly display: string | undefined
}

export async function listRescans({ options, config, terminal }: Call): Promise<number> {
  const text = (option: unknown) => (typeof option === 'string' ? option.normalize('NFC') : undefined)
  const [batch, dossier] = [text(options.batch), text(options.dossier)]
  await using store = await openWorkspace(config, terminal.environment)
  const listed: Listed[] = []
  for await (const page of scannedPages(store.database, { ...(batch && { batch }), ...(dossier && { dossier }) })) {
    const entry = entryOf(page)
    if (entry.verdict !== 'good') listed.push({ entry, display: page.image?.display })
  }
  if (typeof options.out === 'string') await write(resolve(options.out), listed, config.workspace)
  if (options.json) printJson(terminal, { contract: 1, pages: listed.map(({ entry }) => entry) })
  else terminal.out(`${lines(listed, config.lang).join('\n')}\n`)
  return exitCodes.done
}

function entryOf(page: ScannedPage): RescanEntry {
  const { id, dossier, path, number, replaced, image } = page
  const scannedDpi = image?.quality.scannedDpi
  return {
    code: slipCodeOf(id),
    dossier,
    path,
    replaced,
    ...(number !== undefined && { page: number }),
    ...(scannedDpi !== undefined && { scannedDpi }),
    ...pageVerdict(page),
  }
}

async function write(out: string, listed: readonly Listed[], workspace: string): Promise<void> {
  const { createPdfWriter } = await import('../adapters/pdf-lib.ts')
  const { createWorkbookWriter } = await import('../adapters/exceljs.ts')
  const { thumbnail } = await import('../adapters/thumbnail.ts')
  const files = createFiles(workspace)
  const slips: Sheet[] = []
  for (const { entry, display } of listed) {
    if (entry.verdict !== 'rescan') continue
    slips.push(rescanSlip(entry, display === undefined ? undefined : await thumbnail(await files.read(display))))
  }
  const workbook = await createWorkbookWriter().write(rescanWorksheets(listed.map(({ entry }) => entry)))
  await files.writeOut(out, 'danh-sach-quet-lai.xlsx', workbook)
  await files.writeOut(out, 'phieu-quet-lai.pdf', await createPdfWriter().sheets(slips, 'Phiếu quét lại'))
}

function lines(listed: readonly Listed[], lang: 'vi' | 'en'): string[] {
  const of = (verdict: RescanEntry['verdict']) => listed.filter(({ entry }) => entry.verdict === verdict)
  const [again, look] = [of('rescan'), of('usable')]
  const line = ({ entry }: Listed) =>
    [entry.code, entry.dossier, entry.page ?? entry.path, entry.reasons.map(({ vi }) => vi).join(' ')].join('\t')
  const vi = lang === 'vi'
  return [
    vi ? `Phải quét lại: ${again.length} trang` : `To scan again: ${again.length} pages`,
    ...again.map(line),
    vi ? `Nên xem: ${look.length} trang` : `Worth a look: ${look.length} pages`,
    ...look.map(line),
  ]
}
