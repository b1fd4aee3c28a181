// Pages that were not scanned well, each with its picture, what is wrong and what to do.
import type { ListedPage } from '../../../runner/rescan-list.ts'
import type { Text, Visit } from '../../visit.tsx'

/** More is told by the list to download. */
const most = 100

const words = {
  page: { vi: 'Trang', en: 'Page' },
  verdict: { vi: 'Kết luận', en: 'Verdict' },
  why: { vi: 'Vì sao', en: 'Why' },
  remedy: { vi: 'Việc cần làm', en: 'What to do' },
  rescan: { vi: '■ Phải quét lại', en: '■ Scan again' },
  usable: { vi: '▲ Nên xem', en: '▲ Worth a look' },
  good: { vi: '● Đạt', en: '● Good' },
  more: { vi: 'Danh sách đầy đủ trong tệp Excel.', en: 'The whole list is in the workbook.' },
  picture: { vi: 'Ảnh trang', en: 'Picture of page' },
  none: { vi: 'chưa có ảnh', en: 'no picture' },
} as const satisfies Record<string, Text>

export function RescanTable({ visit, listed }: { visit: Visit; listed: readonly ListedPage[] }) {
  const sorted = listed.toSorted((a, b) => Number(b.entry.verdict === 'rescan') - Number(a.entry.verdict === 'rescan'))
  return (
    <>
      <table class="list rescans">
        <thead>
          <tr>
            {[words.page, words.verdict, words.why, words.remedy].map((title) => (
              <th scope="col">{visit.say(title)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((each) => (
            <Row visit={visit} listed={each} />
          ))}
        </tbody>
      </table>
      {listed.length > most ? <p class="note">{visit.say(words.more)}</p> : null}
    </>
  )
}

function Row({ visit, listed: { pageId, entry, display } }: { visit: Visit; listed: ListedPage }) {
  const { dossier, page, path, verdict, reasons, code } = entry
  return (
    <tr class={verdict}>
      <th scope="row">
        {display === undefined ? (
          <span class="aside">{visit.say(words.none)}</span>
        ) : (
          <img
            class="thumb"
            src={`/pages/${encodeURIComponent(pageId)}/image`}
            alt={`${visit.say(words.picture)} ${dossier}, ${page ?? ''}`}
            loading="lazy"
            decoding="async"
          />
        )}
        <a href={`/dossiers/${encodeURIComponent(dossier)}`}>{dossier}</a>
        {page === undefined ? ` (${path})` : `, ${visit.say(words.page).toLocaleLowerCase('vi')} ${page}`}
        <span class="aside">{code}</span>
      </th>
      <td class="verdict">{visit.say(words[verdict])}</td>
      <td>
        {reasons.map(({ vi }) => (
          <p>{vi}</p>
        ))}
      </td>
      <td>
        {reasons.map(({ remedy }) => (
          <p>{remedy}</p>
        ))}
      </td>
    </tr>
  )
}
