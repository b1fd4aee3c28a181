// The records behind the numbers: where a number of the report leads. Ids and reasons only, never a person's name.
import { measureNames } from '../../schemas/index.ts'
import { measures } from '../core/scorecard/measures.ts'
import type { DossierScore } from '../core/scorecard/score-dossier.ts'
import { anchor, type Html, html } from './html.ts'
import { numberForPeople, type ReportData } from './report-data.ts'

/** How many dossiers one list tells; the workbook has all. A province's report must still open in a browser. */
const dossiersAtMost = 200
const manyDossiers = 5000
const ofManyAtMost = 40

export function lists(data: ReportData): Html {
  const { scorecard, batches } = data
  const { scores } = scorecard
  const byBatch = scorecard.batches.size < 2 ? [] : [...grouped(scores, ({ batchId }) => batchId)]
  const more = scores.length > manyDossiers ? ofManyAtMost : dossiersAtMost
  return html`<section class="card behind" id="danh-sach">
    <h2>Hồ sơ đứng sau các con số</h2>
    <p class="note">
      Mã hồ sơ, số mục đạt và lý do chưa đạt. Mỗi danh sách nêu nhiều nhất ${more} hồ sơ; đủ cả trong tệp Excel (trang
      "Hồ sơ") và bằng lệnh <code>hoso report --list</code>.
    </p>
    <h3>Tất cả</h3>
    ${stateList('khong-loi', 'Không còn lỗi', scores.filter(isFree), data, more)}
    ${stateList(
      'bi-giu',
      'Bị giữ vì có lỗi',
      scores.filter(({ card }) => card.held > 0),
      data,
      more,
    )}
    ${stateList(
      'chua-kiem-tra',
      'Chưa được kiểm tra',
      scores.filter(({ card }) => card.unjudged > 0),
      data,
      more,
    )}
    ${measureLists(['tat-ca'], scores, data, more)} ${agencyLists(data, more)}
    ${byBatch.map(
      ([batch, ofBatch]) =>
        html`<h3>Đợt ${batches.get(batch) ?? batch}</h3>
          ${measureLists(['dot', batch], ofBatch, data, more)}`,
    )}
  </section>`
}

function agencyLists(data: ReportData, more: number): Html[] {
  const byAgency = grouped(data.scorecard.scores, ({ agency }) => agency)
  return data.tree.ordered.flatMap(({ agency: { code, name } }) => {
    const scores = [...data.tree.under(code)].flatMap((each) => byAgency.get(each) ?? [])
    if (!data.scorecard.agencies.has(code)) return []
    return [
      html`<h3 id="${anchor('don-vi', code)}">${name} (${code})</h3>
        <p class="back">
          ${numberForPeople(scores.length)} hồ sơ. Người chưa nhận hồ sơ: <code>hoso roster --agency ${code}</code>.
        </p>
        ${measureLists(['don-vi', code], scores, data, more)}`,
    ]
  })
}

function idOf(dossier: string, { dossierPath }: ReportData): Html {
  const id = html`<code>${dossier}</code>`
  return dossierPath === undefined ? id : html`<a href="${dossierPath(dossier)}">${id}</a>`
}

const isFree = ({ card }: DossierScore) => card.held === 0 && card.unjudged === 0

function stateList(id: string, title: string, scores: readonly DossierScore[], data: ReportData, atMost: number): Html {
  if (scores.length === 0) return html``
  return html`<h4 id="${anchor(id)}">${title}: ${numberForPeople(scores.length)} hồ sơ</h4>
    <p class="plain">
      ${scores.slice(0, atMost).map(({ dossier }) => html`${idOf(dossier, data)} `)}${rest(scores.length - atMost)}
    </p>`
}

/** Worst first, so that what a cut list leaves out is the least of it. */
function measureLists(
  prefix: readonly string[],
  scores: readonly DossierScore[],
  data: ReportData,
  atMost: number,
): Html[] {
  return measureNames.flatMap((name) => {
    const share = ({ card }: DossierScore) => card.measures[name]
    const failing = scores
      .filter((score) => share(score).total > share(score).passed)
      .sort((a, b) => share(a).passed / share(a).total - share(b).passed / share(b).total)
    if (failing.length === 0) return []
    return [
      html`<h4 id="${anchor(...prefix, name)}">
          ${measures[name].vi}: ${numberForPeople(failing.length)} hồ sơ chưa đạt trọn vẹn
        </h4>
        <ul class="lists">
          ${failing.slice(0, atMost).map((score) => {
            const { passed, total } = share(score)
            const why = score.reasons.filter(({ measure }) => measure === name).map(({ code }) => data.reasonText(code))
            return html`<li>${idOf(score.dossier, data)} ${passed}/${total}: ${why.join('; ')}</li>`
          })}
        </ul>
        ${rest(failing.length - atMost)}`,
    ]
  })
}

const rest = (count: number): Html =>
  count > 0
    ? html`<p class="back">… và ${numberForPeople(count)} hồ sơ nữa: xem trang "Hồ sơ" của tệp Excel.</p>`
    : html``

function grouped(scores: readonly DossierScore[], keyOf: (score: DossierScore) => string) {
  const groups = new Map<string, DossierScore[]>()
  for (const score of scores) {
    const group = groups.get(keyOf(score))
    if (group === undefined) groups.set(keyOf(score), [score])
    else group.push(score)
  }
  return groups
}
