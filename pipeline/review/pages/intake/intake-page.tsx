// The intake screen of a batch, for records staff: expected and received, verdicts on the scans, what to scan again, papers to print.
import type { Visit, Text } from '../../visit.tsx'
import { type Intake, intakeOf } from './intake-data.ts'
import { RescanTable } from './rescan-table.tsx'
import { RosterLists } from './roster-lists.tsx'

const words = {
  title: { vi: 'Tiếp nhận đợt', en: 'Intake of batch' },
  counts: { vi: 'Đã nhận', en: 'Received' },
  dossiers: { vi: 'hồ sơ', en: 'dossiers' },
  scans: { vi: 'tệp quét', en: 'scans' },
  broken: { vi: 'tệp không mở được', en: 'files that do not open' },
  good: { vi: 'trang đạt', en: 'good pages' },
  usable: { vi: 'trang nên xem', en: 'pages worth a look' },
  rescan: { vi: 'trang phải quét lại', en: 'pages to scan again' },
  print: { vi: 'In và tải', en: 'Print and download' },
  slips: { vi: 'Phiếu quét lại (PDF)', en: 'Rescan slips (PDF)' },
  list: { vi: 'Danh sách quét lại (Excel)', en: 'Rescan list (XLSX)' },
  minutes: { vi: 'Biên bản bàn giao (PDF)', en: 'Handover minutes (PDF)' },
  figures: { vi: 'Bảng điểm của đợt', en: 'Scorecard of the batch' },
  queue: { vi: 'Hàng đợi rà soát của đợt', en: 'Review queue of the batch' },
  again: { vi: 'Trang phải quét lại và trang nên xem', en: 'Pages to scan again, and worth a look' },
  nothing: { vi: 'Không có trang nào phải quét lại.', en: 'No page has to be scanned again.' },
} as const satisfies Record<string, Text>

export const batchPath = (batchId: string, rest = ''): string => `/batches/${encodeURIComponent(batchId)}${rest}`

export async function showIntake(visit: Visit): Promise<Response> {
  const intake = await intakeOf(visit)
  const { batchId, batch, agencyName, rescans, roster } = intake
  return visit.page(
    { title: words.title, current: 'batches', styles: ['working.css'] },
    <>
      <h1>
        {visit.say(words.title)} {batch} <small>{agencyName}</small>
      </h1>
      <Counts visit={visit} intake={intake} />
      <Papers visit={visit} batchId={batchId} />
      <section aria-labelledby="again">
        <h2 id="again">{visit.say(words.again)}</h2>
        {rescans.listed.length === 0 ? (
          <p>{visit.say(words.nothing)}</p>
        ) : (
          <RescanTable visit={visit} listed={rescans.listed} />
        )}
      </section>
      <RosterLists visit={visit} roster={roster} />
    </>,
  )
}

function Papers({ visit, batchId }: { visit: Visit; batchId: string }) {
  return (
    <section aria-labelledby="print">
      <h2 id="print">{visit.say(words.print)}</h2>
      <p class="buttons">
        <a class="button main" href={batchPath(batchId, '/minutes.pdf')}>
          {visit.say(words.minutes)}
        </a>
        <a class="button" href={batchPath(batchId, '/rescans.pdf')}>
          {visit.say(words.slips)}
        </a>
        <a class="button" href={batchPath(batchId, '/rescans.xlsx')}>
          {visit.say(words.list)}
        </a>
        <a class="button" href={`/figures?batch=${encodeURIComponent(batchId)}`}>
          {visit.say(words.figures)}
        </a>
        <a class="button" href={`/queue?batch=${encodeURIComponent(batchId)}`}>
          {visit.say(words.queue)}
        </a>
      </p>
    </section>
  )
}

function Counts({ visit, intake: { received, rescans } }: { visit: Visit; intake: Intake }) {
  const tiles: readonly (readonly [count: number, text: Text, kind: string])[] = [
    [received.dossiers, words.dossiers, 'calm'],
    [received.scans, words.scans, 'calm'],
    [received.unreadableScans, words.broken, received.unreadableScans > 0 ? 'bad' : 'good'],
    [rescans.counts.good, words.good, 'good'],
    [rescans.counts.usable, words.usable, rescans.counts.usable > 0 ? 'look' : 'good'],
    [rescans.counts.rescan, words.rescan, rescans.counts.rescan > 0 ? 'bad' : 'good'],
  ]
  return (
    <ul class="tiles" aria-label={visit.say(words.counts)}>
      {tiles.map(([count, text, kind]) => (
        <li class={kind}>
          <b>{count}</b> {visit.say(text)}
        </li>
      ))}
    </ul>
  )
}
