// All batches: how far the review of each has come.
import { agencyTree } from '../../../core/agency-tree.ts'
import { allAgencies } from '../../../store/agencies.ts'
import { type BatchState, batchStates } from '../../../store/batch-desk.ts'
import { reviewStates } from '../../../store/review-queue.ts'
import { stateBadges } from '../../pieces/badges.tsx'
import type { Text, Visit } from '../../visit.tsx'
import { batchPath } from './intake-page.tsx'

const words = {
  title: { vi: 'Đợt số hóa', en: 'Batches' },
  batch: { vi: 'Đợt', en: 'Batch' },
  agency: { vi: 'Đơn vị', en: 'Agency' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  errors: { vi: 'Hồ sơ có lỗi', en: 'With errors' },
  doubtful: { vi: 'Giá trị cần xem', en: 'Values to look at' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  none: { vi: 'Chưa có đợt số hóa nào.', en: 'There is no batch yet.' },
} as const satisfies Record<string, Text>

export async function showBatches(visit: Visit): Promise<Response> {
  const { database } = visit.desk.store
  const batches = await batchStates(database, visit.seat.agencies('see'))
  const tree = agencyTree(await allAgencies(database))
  const heads = [words.batch, words.agency, words.dossiers, words.errors, words.doubtful, words.progress]
  return visit.page(
    { title: words.title, current: 'batches', styles: ['working.css'] },
    <>
      <h1>{visit.say(words.title)}</h1>
      {batches.length === 0 ? <p>{visit.say(words.none)}</p> : null}
      <table class="list">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{visit.say(head)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr>
              <th scope="row">
                <a href={batchPath(batch.batchId)}>{batch.name}</a>
              </th>
              <td>{tree.nameOf(batch.agency)}</td>
              <Number href={`/queue?batch=${encodeURIComponent(batch.batchId)}`} count={batch.dossiers} />
              <td class="number">{batch.errors}</td>
              <td class="number">{batch.doubtful}</td>
              <td>
                <Progress visit={visit} batch={batch} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>,
  )
}

function Number({ href, count }: { href: string; count: number }) {
  return (
    <td class="number">
      <a href={href}>{count}</a>
    </td>
  )
}

/** A bar of parts, and the same in words that lead to the dossiers. */
function Progress({ visit, batch }: { visit: Visit; batch: BatchState }) {
  let left = 0
  const parts = reviewStates.map((state) => {
    const count = batch.states[state] ?? 0
    const part = { state, count, left, width: batch.dossiers === 0 ? 0 : (count / batch.dossiers) * 200 }
    left += part.width
    return part
  })
  return (
    <>
      <svg class="progress" viewBox="0 0 200 10" aria-hidden="true" focusable="false">
        {parts.map((part) => (
          <rect x={part.left} y="0" width={part.width} height="10" class={`state-${part.state}`} />
        ))}
      </svg>
      <span class="aside">
        {parts
          .filter(({ count }) => count > 0)
          .map(({ state, count }, index) => (
            <>
              {index > 0 ? ' · ' : ''}
              <a href={`/queue?batch=${encodeURIComponent(batch.batchId)}&state=${state}`}>
                {visit.say(stateBadges[state].text)}: {count}
              </a>
            </>
          ))}
      </span>
    </>
  )
}
