// The second looks in the report: error rates with their bounds, of confirmed and of automatically accepted values.
import { fieldOf } from '../../schemas/index.ts'
import type { Rated, SamplingOfKind } from '../core/sampling/sampling-report.ts'
import { type Html, html } from './html.ts'
import { numberForPeople, percentForPeople } from './report-data.ts'

export const samplingKinds = {
  confirmed: 'Giá trị người đã xác nhận',
  automatic: 'Giá trị máy đọc chắc, không ai xem',
} as const

export function samplingSection(sampling: readonly SamplingOfKind[]): Html {
  if (sampling.length === 0) return html``
  return html`<section class="card">
    <h2>Kiểm tra mẫu</h2>
    <p class="note">
      Người thứ hai xem lại trên ảnh mà không thấy giá trị đầu. Khoảng tin cậy 95 % (Clopper–Pearson). Chỗ hai người ghi
      khác nhau mà chưa phân định được tính là sai.
    </p>
    ${rateTables(sampling)}
  </section>`
}

export function rateTables(sampling: readonly SamplingOfKind[]): Html {
  return html`${sampling.map(
    ({ kind, total, fields, agencies }) =>
      html`<div class="scroll">
        <table>
          <caption>
            ${samplingKinds[kind]}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="text">Nhóm</th>
              <th scope="col">Đã xem</th>
              <th scope="col">Sai</th>
              <th scope="col">Tỷ lệ sai</th>
              <th scope="col">Khoảng 95 %</th>
              <th scope="col">Chờ phân định</th>
              <th scope="col">Chờ xem</th>
            </tr>
          </thead>
          <tbody>
            ${rateLine('Tất cả', total)}
            ${agencies.length < 2 ? [] : agencies.map(([agency, rated]) => rateLine(`Đơn vị ${agency}`, rated))}
            ${fields.filter(([, { checked }]) => checked > 0).map(([field, rated]) => rateLine(fieldOf(field).vi, rated))}
          </tbody>
        </table>
      </div>`,
  )}`
}

const share = (value: number): string => percentForPeople(Math.round(value * 1000) / 10)

function rateLine(name: string, { checked, wrong, lower, upper, open, waiting }: Rated): Html {
  return html`<tr>
    <th scope="row" class="text">${name}</th>
    <td>${numberForPeople(checked)}</td>
    <td>${numberForPeople(wrong)}</td>
    <td>${checked === 0 ? '—' : share(wrong / checked)}</td>
    <td>${checked === 0 ? '—' : `${share(lower)} – ${share(upper)}`}</td>
    <td>${numberForPeople(open)}</td>
    <td>${numberForPeople(waiting)}</td>
  </tr>`
}
