// The scorecard with its charts, each number leading to the dossiers behind it; and the same as a workbook.
import { createWorkbookWriter } from '../../../adapters/exceljs.ts'
import { reportSheets } from '../../../report/report-sheets.ts'
import { lists } from '../../../report/lists.ts'
import { samplingSection } from '../../../report/sampling.ts'
import { style } from '../../../report/style.ts'
import { sixWords, summary, trend } from '../../../report/summary.ts'
import { agencyTable, batchTable, figureSection, reasonTable } from '../../../report/tables.ts'
import { audit } from '../../audit.ts'
import type { Route } from '../../route.ts'
import type { Text, Visit } from '../../visit.tsx'
import { type Asked, askedFor, figureData } from './figure-data.ts'

const words = {
  title: { vi: 'Bảng điểm chất lượng', en: 'Scorecard' },
  agency: { vi: 'Đơn vị', en: 'Agency' },
  all: { vi: 'Toàn bộ hồ sơ', en: 'The whole register' },
  show: { vi: 'Xem', en: 'Show' },
  workbook: { vi: 'Tải báo cáo Excel', en: 'Download workbook' },
  notYours: {
    vi: 'Không có đơn vị hoặc đợt này, hoặc bạn không có quyền xem.',
    en: 'There is no such agency or batch, or it is not for you to see.',
  },
} as const satisfies Record<string, Text>

export const figureRoutes: readonly Route[] = [
  { method: 'GET', path: '/figures', right: 'see', subject: 'none', handle: showFigures },
  { method: 'GET', path: '/figures/report.xlsx', right: 'see', subject: 'none', handle: workbook },
  { method: 'GET', path: '/figures/style.css', right: 'account', subject: 'none', handle: reportStyle },
]

async function showFigures(visit: Visit): Promise<Response> {
  const asked = await askedFor(visit)
  if (asked === undefined) return visit.wrong(404, words.notYours)
  const data = await figureData(visit, asked)
  const sections = [
    summary(data),
    sixWords(data),
    trend(data),
    agencyTable(data),
    batchTable(data),
    reasonTable(data),
    samplingSection(data.sampling),
    figureSection(data),
    lists(data),
  ]
  return visit.page(
    { title: words.title, current: 'figures' },
    <>
      <link rel="stylesheet" href="/figures/style.css" />
      <h1>
        {visit.say(words.title)}: {data.scope}
      </h1>
      <Scope visit={visit} asked={asked} />
      <div class="report" dangerouslySetInnerHTML={{ __html: sections.map(({ html }) => html).join('\n') }} />
    </>,
  )
}

function Scope({ visit, asked: { agency, batch, choices } }: { visit: Visit; asked: Asked }) {
  const asked = new URLSearchParams(batch === undefined ? { agency: agency ?? '' } : { batch })
  return (
    <form class="filters" method="get" action="/figures">
      <label>
        {visit.say(words.agency)}
        <select name="agency">
          {visit.seat.agencies('see') === 'all' ? <option value="">{visit.say(words.all)}</option> : null}
          {choices.map(({ code, name, depth }) => (
            <option value={code} selected={code === agency}>
              {`${'\u2003'.repeat(depth)}${name}`}
            </option>
          ))}
        </select>
      </label>
      <button>{visit.say(words.show)}</button>
      <a class="button" href={`/figures/report.xlsx?${asked.toString()}`}>
        {visit.say(words.workbook)}
      </a>
    </form>
  )
}

async function workbook(visit: Visit): Promise<Response> {
  const asked = await askedFor(visit)
  if (asked === undefined) return visit.wrong(404, words.notYours)
  const bytes = await createWorkbookWriter().write(reportSheets(await figureData(visit, asked)))
  await audit(visit, 'report_out', asked.batch ?? asked.agency ?? 'register')
  return visit.file(bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'bao-cao.xlsx')
}

/** The report's own style sheet, kept within the report: the station around it looks as everywhere. */
const scoped = `.report {${style.replace(':root {', '& {')}}`

function reportStyle(): Response {
  return new Response(scoped, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
