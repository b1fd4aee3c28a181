// The tables of the report: agencies, batches, what goes wrong most, the management figures.
import { type Card, type MeasureName, measureNames } from '../../schemas/index.ts'
import { expectedIn } from '../core/roster/coverage.ts'
import { type FigureCounts, placeOf, unknown } from '../core/scorecard/count-figures.ts'
import { type Figure, figures } from '../core/scorecard/figures.ts'
import { measures } from '../core/scorecard/measures.ts'
import { type ReasonCount, reasonCounts } from '../core/scorecard/scorecard.ts'
import { anchor, type Html, html } from './html.ts'
import { tellShare } from './measure-words.ts'
import { numberForPeople, percentForPeople, type ReportData } from './report-data.ts'
import { lengthBar, partsBar } from './svg.ts'

/** Deeper agencies are set in no further. */
const deepest = 6
const measureHeads = measureNames.map((name) => html`<th scope="col">${measures[name].vi}</th>`)

/** Where a number leads: the dossiers that failed, or, where only persons are missing, the agency's own section. */
function measureCells(card: Card, list: readonly string[]): Html[] {
  return measureNames.map((name) => {
    const { colour, percent, fraction, failing } = tellShare(name, card)
    const target = failing > 0 ? [...list, name] : name === 'completeness' && card.missing > 0 ? list : undefined
    const shown = target === undefined ? html`${percent}` : html`<a href="#${anchor(...target)}">${percent}</a>`
    return html`<td class="shade ${colour}">${shown}<small>${fraction}</small></td>`
  })
}

/** An agency's line counts all agencies under it. */
export function agencyTable(data: ReportData): Html {
  const expected = data.coverage === undefined ? [] : ['Phải có', 'Đã nhận']
  return html`<section class="card">
    <h2>Theo đơn vị</h2>
    <div class="scroll">
      <table>
        <caption>
          Số của mỗi đơn vị gồm cả các đơn vị trực thuộc. Trong ô: tỷ lệ, và số mục đạt trên số mục xét.
        </caption>
        <thead>
          <tr>
            <th scope="col" class="text">Đơn vị</th>
            ${[...expected, 'Hồ sơ', 'Bị giữ'].map((head) => html`<th scope="col">${head}</th>`)} ${measureHeads}
          </tr>
        </thead>
        <tbody>
          ${data.tree.ordered.flatMap((line) => agencyLine(line, data))}
        </tbody>
      </table>
    </div>
  </section>`
}

function agencyLine(
  { agency: { code, name }, depth }: ReportData['tree']['ordered'][number],
  { scorecard, coverage }: ReportData,
): Html[] {
  const card = scorecard.agencies.get(code)?.whole
  const covered = coverage?.get(code)?.whole
  if (card === undefined && covered === undefined) return []
  const list = ['don-vi', code]
  const counts = [
    ...(coverage === undefined ? [] : [covered && expectedIn(covered), covered?.received]),
    card?.dossiers ?? 0,
    card?.held ?? 0,
  ]
  const title = card !== undefined ? html`<a href="#${anchor(...list)}">${name}</a>` : html`${name}`
  return [
    html`<tr>
      <th scope="row" class="text depth-${Math.min(depth, deepest)}">${title}</th>
      ${counts.map((count) => html`<td>${count === undefined ? '—' : numberForPeople(count)}</td>`)}
      ${card === undefined ? measureNames.map(() => html`<td class="shade none">—</td>`) : measureCells(card, list)}
    </tr>`,
  ]
}

export function batchTable({ scorecard, batches }: ReportData): Html {
  if (scorecard.batches.size < 2) return html``
  return html`<section class="card">
    <h2>Theo đợt số hóa</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col" class="text">Đợt</th>
            <th scope="col">Hồ sơ</th>
            <th scope="col">Bị giữ</th>
            ${measureHeads}
          </tr>
        </thead>
        <tbody>
          ${[...scorecard.batches].map(
            ([batch, card]) =>
              html`<tr>
                <th scope="row" class="text">${batches.get(batch) ?? batch}</th>
                <td>${numberForPeople(card.dossiers)}</td>
                <td>${numberForPeople(card.held)}</td>
                ${measureCells(card, ['dot', batch])}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

/** How many reasons a measure are told; the workbook has all. */
const reasonsAtMost = 6

export function reasonTable(data: ReportData): Html {
  const all = reasonCounts(data.scorecard.scores)
  return html`<section class="card">
    <h2>Cần làm nhiều nhất</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col" class="text">Lý do chưa đạt</th>
            <th scope="col" aria-label="Phần so với lý do nhiều nhất"></th>
            <th scope="col">Hồ sơ</th>
            <th scope="col">Mục</th>
          </tr>
        </thead>
        ${measureNames.flatMap((name) => reasonLines(name, all, data))}
      </table>
    </div>
  </section>`
}

function reasonLines(name: MeasureName, all: readonly ReasonCount[], { reasonText }: ReportData): Html[] {
  const told = all.filter(({ measure }) => measure === name)
  if (told.length === 0) return []
  const most = Math.max(...all.map(({ dossiers }) => dossiers))
  const rest = told.length - reasonsAtMost
  return [
    html`<tbody>
      <tr>
        <th colspan="4" scope="rowgroup" class="text">
          ${measures[name].vi}${rest > 0 ? ` (còn ${rest} lý do nữa trong tệp Excel)` : ''}
        </th>
      </tr>
      ${told.slice(0, reasonsAtMost).map(
        ({ code, dossiers, items }) =>
          html`<tr>
            <td class="text">${reasonText(code)}</td>
            <td class="bar">${lengthBar(dossiers / most)}</td>
            <td>${numberForPeople(dossiers)}</td>
            <td>${numberForPeople(items)}</td>
          </tr>`,
      )}
    </tbody>`,
  ]
}

const allFigures: readonly (readonly [string, Figure])[] = Object.entries(figures)

export function figureSection({ figures: counted, tree }: ReportData): Html {
  const { total, agencies } = counted
  if (total.persons === 0) return html``
  return html`<section class="card">
    <h2>Chỉ tiêu quản lý</h2>
    <p class="note">
      ${numberForPeople(total.persons)} người. Chỉ đếm giá trị đọc chắc hoặc đã được xác nhận; phần chưa rõ để riêng,
      không suy đoán.
    </p>
    ${allFigures.map(([name, figure]) => figureBar(name, figure, total))}
    <div class="scroll">
      <table>
        <caption>
          Theo đơn vị, tỷ lệ trên tổng số người; trong ngoặc là số người chưa rõ.
        </caption>
        <thead>
          <tr>
            <th scope="col" class="text">Đơn vị</th>
            <th scope="col">Người</th>
            ${headline.map(({ vi }) => html`<th scope="col">${vi}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${tree.ordered.flatMap(({ agency, depth }) => {
            const counts = agencies.get(agency.code)
            if (counts === undefined) return []
            return [
              html`<tr>
                <th scope="row" class="text depth-${Math.min(depth, deepest)}">${agency.name}</th>
                <td>${numberForPeople(counts.persons)}</td>
                ${headline.map(({ figure, groups }) => headlineCell(counts, figure, groups))}
              </tr>`,
            ]
          })}
        </tbody>
      </table>
    </div>
  </section>`
}

/** What the plan asks by agency (women, minorities, under 40, Party, qualification, rating). */
const headline = [
  { vi: 'Nữ', figure: 'women', groups: ['women'] },
  { vi: 'Dân tộc thiểu số', figure: 'ethnicity', groups: ['minority'] },
  { vi: 'Dưới 40 tuổi', figure: 'age', groups: ['under40'] },
  { vi: 'Đảng viên', figure: 'party', groups: ['member'] },
  { vi: 'Đại học trở lên', figure: 'qualification', groups: ['doctor', 'master', 'bachelor'] },
  { vi: 'Hoàn thành tốt trở lên', figure: 'rating', groups: ['excellent', 'well'] },
] as const

function headlineCell({ persons, groups }: FigureCounts, figure: string, names: readonly string[]): Html {
  const count = names.reduce((sum, name) => sum + (groups[placeOf(figure, name)] ?? 0), 0)
  const dark = groups[placeOf(figure, unknown)] ?? 0
  const share = percentForPeople(persons === 0 ? undefined : Math.floor((count / persons) * 1000) / 10)
  return html`<td>
    ${share}<small>${numberForPeople(count)} người${dark > 0 ? ` (${numberForPeople(dark)} chưa rõ)` : ''}</small>
  </td>`
}

function figureBar(name: string, { vi, groups }: Figure, { groups: counts }: FigureCounts): Html {
  const parts = [
    ...groups.map((group, tone) => ({ name: group.vi, count: counts[placeOf(name, group.name)] ?? 0, tone })),
    { name: 'Chưa rõ', count: counts[placeOf(name, unknown)] ?? 0, tone: 'unknown' as const },
  ]
  const said = `${vi}: ${parts.map((part) => `${part.name} ${part.count}`).join(', ')}`
  return html`<div class="figure">
    <strong>${vi}</strong>
    ${partsBar(parts, said)}
    <div class="keys">
      ${parts.filter(({ count }) => count > 0).map(({ name: word, count, tone }) => html`<span><i class="key tone-${tone}"></i>${word} ${numberForPeople(count)}</span>`)}
    </div>
  </div>`
}
