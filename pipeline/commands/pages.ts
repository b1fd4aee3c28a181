// `hoso pages`: where every page went, each batch's coverage, the separator sheets that are missing; and a person's word on a page
// whose paper nobody could tell.
import { loadPaperBook } from '../adapters/paper-kinds.ts'
import { UsageError } from '../core/errors.ts'
import { openWorkspace } from '../runner/workspace.ts'
import {
  type BatchCoverage,
  coverageByBatch,
  keepRuling,
  type PageRuling,
  sheetsByBatch,
  type ToldPage,
  toldPages,
} from '../store/page-fates.ts'
import { pageOfNumber } from '../store/slips.ts'
import { type Command, exitCodes, json, type Options, printJson } from './command.ts'

export const pages: Command = {
  name: 'pages',
  vi: 'Mỗi trang đi đâu: theo đợt, hoặc từng trang của một hồ sơ; quyết định cho trang chưa rõ loại.',
  en: 'Where each page went: by batch, or page by page of a dossier; a decision on a page of unknown kind.',
  options: [
    { flags: '--dossier <id>', vi: 'Từng trang của hồ sơ này', en: 'Page by page of this dossier' },
    { flags: '--page <n>', vi: 'Quyết định về trang này (đếm từ 1)', en: 'Decide on this page (from 1)' },
    {
      flags: '--starts <kind>',
      vi: 'Một giấy tờ loại này bắt đầu ở trang đó',
      en: 'A paper of this kind starts there',
    },
    { flags: '--goes-on', vi: 'Trang đó nối tiếp giấy tờ trước', en: 'That page goes on with the paper before it' },
    { flags: '--by <name>', vi: 'Người quyết định', en: 'Who decides' },
    json,
  ],
  examples: [
    'hoso pages',
    'hoso pages --dossier 001-clean',
    'hoso pages --dossier 001-clean --page 45 --starts decision-transfer --by "Hà Thị Nga"',
  ],
  run: async ({ options, config, terminal }) => {
    await using store = await openWorkspace(config, terminal.environment)
    const { database } = store
    const dossier = typeof options.dossier === 'string' ? options.dossier.normalize('NFC') : undefined
    if (options.page !== undefined) {
      await decide(database, dossier, options)
      terminal.out('Đã ghi quyết định. Chạy `hoso run` để cắt lại hồ sơ này.\n')
      return exitCodes.done
    }
    if (dossier !== undefined) {
      const told = await toldPages(database, dossier)
      if (told.length === 0) throw new UsageError('Không có hồ sơ này. Xem các mã bằng `hoso records`.')
      if (options.json) printJson(terminal, { contract: 1, dossier, pages: told })
      else terminal.out(`${told.map((page) => pageLine(page, config.lang)).join('\n')}\n`)
      return exitCodes.done
    }
    const batches = await coverageByBatch(database)
    const sheets = await sheetsByBatch(database)
    if (options.json) printJson(terminal, { contract: 1, batches, separators: sheets })
    else
      terminal.out(
        `${[...batches.map((batch) => batchLine(batch, config.lang)), ...sheetLines(sheets, config.lang)].join('\n')}\n`,
      )
    return exitCodes.done
  },
}

async function decide(
  database: Parameters<typeof keepRuling>[0],
  dossier: string | undefined,
  { page, starts, goesOn, by }: Options,
): Promise<void> {
  const found = dossier === undefined ? undefined : await pageOfNumber(database, dossier, Number(page))
  if (found === undefined || dossier === undefined)
    throw new UsageError('Không có hồ sơ hoặc số trang này. Xem các trang bằng `hoso pages --dossier <mã>`.')
  if (typeof by !== 'string') throw new UsageError('Thiếu tên người quyết định. Thêm --by "Họ và tên".')
  const body: PageRuling = goesOn ? { says: 'goesOn' } : { says: 'starts', kind: kindOf(starts) }
  await keepRuling(database, { pageId: found.pageId, dossier, by: by.normalize('NFC'), at: new Date(), body })
}

function kindOf(given: string | boolean | undefined): string {
  const { kinds } = loadPaperBook()
  const found = kinds.find(({ kind, vi }) => kind === given || vi === given)
  if (found) return found.kind
  throw new UsageError(
    `Cần --goes-on, hoặc --starts với một loại giấy tờ: ${kinds.map(({ kind }) => kind).join(', ')}.`,
  )
}

const fates = {
  vi: {
    document: 'giấy tờ',
    blank: 'trang trắng',
    separator: 'tờ ngăn',
    orphan: 'chưa rõ loại',
    unreadable: 'không đọc được',
    pending: 'đang chờ',
  },
  en: {
    document: 'document',
    blank: 'blank',
    separator: 'separator',
    orphan: 'orphan',
    unreadable: 'unreadable',
    pending: 'pending',
  },
} as const

function pageLine({ number, fate, kind, place, startsAt }: ToldPage, lang: 'vi' | 'en'): string {
  const name = loadPaperBook().kinds.find((each) => each.kind === kind)
  const what = fate === 'document' ? (name?.[lang] ?? kind ?? '') : startsAt === undefined ? '' : `(${startsAt})`
  return [number, fates[lang][fate], what, place ?? ''].join('\t').trimEnd()
}

function batchLine({ batch, pages: all, ...counts }: BatchCoverage, lang: 'vi' | 'en'): string {
  const { document, blank, separator, orphan, unreadable, pending } = counts
  const names = fates[lang]
  const parts = Object.entries({ document, blank, separator, orphan, unreadable, pending })
    .filter(([, count]) => count > 0)
    .map(([fate, count]) => `${count} ${Object.entries(names).find(([key]) => key === fate)?.[1] ?? fate}`)
  const covered = all === 0 ? 100 : ((all - pending) / all) * 100
  return `${batch}: ${all} = ${parts.join(' + ')}; ${lang === 'vi' ? 'đã có nơi đến' : 'covered'} ${covered.toFixed(covered === 100 ? 0 : 1)} %`
}

function sheetLines(sheets: Awaited<ReturnType<typeof sheetsByBatch>>, lang: 'vi' | 'en'): string[] {
  return sheets.map(({ agency, batch, of, missing }) => {
    const told = missing.slice(0, 30).join(', ')
    const head = `${lang === 'vi' ? 'Tờ ngăn' : 'Separators'} ${agency}, ${batch}: ${of - missing.length}/${of}`
    return missing.length === 0 ? head : `${head}; ${lang === 'vi' ? 'THIẾU số' : 'MISSING'} ${told}`
  })
}
