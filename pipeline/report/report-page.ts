// The report as one HTML file that needs nothing else: no request, no script, printable on A4. Its parts are beside this file.
import { measureNames } from '../../schemas/index.ts'
import { measures } from '../core/scorecard/measures.ts'
import { type Html, html } from './html.ts'
import { lists } from './lists.ts'
import { dayForPeople, type ReportData } from './report-data.ts'
import { samplingSection } from './sampling.ts'
import { style } from './style.ts'
import { sixWords, summary, trend } from './summary.ts'
import { agencyTable, batchTable, figureSection, reasonTable } from './tables.ts'

const title = 'Báo cáo chất lượng dữ liệu cán bộ, công chức, viên chức'

export function reportPage(data: ReportData): string {
  const page = html`<html lang="vi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>${title}, ${dayForPeople(data.today)}</title>
      <style>
        ${{ html: style }}
      </style>
    </head>
    <body>
      <header>
        <div>
          <p class="owner">${data.scope}</p>
          <h1>${title}</h1>
          <p>Số liệu đến ngày ${dayForPeople(data.today)}</p>
        </div>
      </header>
      <main>
        ${summary(data)} ${sixWords(data)} ${trend(data)} ${agencyTable(data)} ${batchTable(data)} ${reasonTable(data)}
        ${samplingSection(data.sampling)} ${figureSection(data)} ${method()} ${lists(data)}
      </main>
      <footer>
        <p class="onpaper">
          Danh sách hồ sơ đứng sau các con số: mở tệp này trên máy tính, hoặc xem tệp Excel kèm theo.
        </p>
        <p>Báo cáo chỉ có mã hồ sơ và số đếm, không có họ tên. Lập bằng hoso trên máy của cơ quan.</p>
      </footer>
    </body>
  </html>`
  return `<!doctype html>\n${page.html}\n`
}

/** What each number counts: a share without its definition is no share. */
function method(): Html {
  return html`<section class="card">
    <h2>Cách tính</h2>
    <table>
      <thead>
        <tr>
          <th scope="col" class="text">Tiêu chí</th>
          <th scope="col" class="text">Xét gì, khi nào không đạt</th>
        </tr>
      </thead>
      <tbody>
        ${measureNames.map(
          (name) =>
            html`<tr>
              <th scope="row" class="text">${measures[name].vi}</th>
              <td class="text">${measures[name].counts}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">
      Nguồn của "không đạt" là các phát hiện của bộ quy tắc (hoso rules) chưa được chấp nhận ngoại lệ. Hồ sơ chưa được
      kiểm tra không nằm trong tỷ lệ nào. Hồ sơ của người có tên trong danh sách tính cho đơn vị của danh sách, còn lại
      tính cho đơn vị giao nộp. Ngưỡng màu theo cách tính chất lượng dữ liệu 90 % và 75 %.
    </p>
  </section>`
}
