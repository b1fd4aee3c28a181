// `hoso rescan list`: judges every page and writes slips and list. A question: nothing in the workspace changes.
import { resolve } from 'node:path'
import { type RescanEntry, rescanWorksheets } from '../core/rescan-list.ts'
import type { Files } from '../core/stage.ts'
import { type ListedPage, rescanListOf, rescanSlips } from '../runner/rescan-list.ts'
import { openFiles } from '../runner/open-files.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { exitCodes, printJson } from './command.ts'
import type { Call } from './rescan.ts'

export async function listRescans({ options, config, terminal }: Call): Promise<number> {
  const text = (option: unknown) => (typeof option === 'string' ? option.normalize('NFC') : undefined)
  const [batch, dossier] = [text(options.batch), text(options.dossier)]
  await using store = await openWorkspace(config, terminal.environment)
  const { listed } = await rescanListOf(store.database, { ...(batch && { batch }), ...(dossier && { dossier }) })
  if (typeof options.out === 'string') await write(resolve(options.out), listed, openFiles(config, store))
  if (options.json) printJson(terminal, { contract: 1, pages: listed.map(({ entry }) => entry) })
  else terminal.out(`${lines(listed, config.lang).join('\n')}\n`)
  return exitCodes.done
}

async function write(out: string, listed: readonly ListedPage[], files: Files): Promise<void> {
  const { createPdfWriter } = await import('../adapters/pdf-lib.ts')
  const { createWorkbookWriter } = await import('../adapters/exceljs.ts')
  const slips = await rescanSlips(listed, files)
  const workbook = await createWorkbookWriter().write(rescanWorksheets(listed.map(({ entry }) => entry)))
  await files.writeOut(out, 'danh-sach-quet-lai.xlsx', workbook)
  await files.writeOut(out, 'phieu-quet-lai.pdf', await createPdfWriter().sheets(slips, 'Phiếu quét lại'))
}

function lines(listed: readonly ListedPage[], lang: 'vi' | 'en'): string[] {
  const of = (verdict: RescanEntry['verdict']) => listed.filter(({ entry }) => entry.verdict === verdict)
  const [again, look] = [of('rescan'), of('usable')]
  const line = ({ entry }: ListedPage) =>
    [entry.code, entry.dossier, entry.page ?? entry.path, entry.reasons.map(({ vi }) => vi).join(' ')].join('\t')
  const vi = lang === 'vi'
  return [
    vi ? `Phải quét lại: ${again.length} trang` : `To scan again: ${again.length} pages`,
    ...again.map(line),
    vi ? `Nên xem: ${look.length} trang` : `Worth a look: ${look.length} pages`,
    ...look.map(line),
  ]
}
