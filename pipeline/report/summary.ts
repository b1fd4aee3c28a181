// The first page: what was received, the six words of the mission as rings, the identifiers, the trend.
import { type MeasureName, measureNames } from '../../schemas/index.ts'
import { expectedIn, totalCoverage } from '../core/roster/coverage.ts'
import { measures } from '../core/scorecard/measures.ts'
import { colourOf, rateOf } from '../core/scorecard/rating.ts'
import { anchor, type Html, html } from './html.ts'
import { colourWords, tellShare, type ToldShare } from './measure-words.ts'
import { dayForPeople, numberForPeople, percentForPeople, type ReportData } from './report-data.ts'
import { ring, trendLine } from './svg.ts'

const dimensions = measureNames.filter((name) => name !== 'identifiers')

export function summary(data: ReportData): Html {
  const { total } = data.scorecard
  const received = receivedOf(data)
  return html`<section class="card">
    <h2>Tóm tắt</h2>
    <p class="lead">${leadOf(data)}</p>
    <div class="tiles">
      ${
        received === undefined
          ? []
          : [
              tile(received.expected, 'người phải có hồ sơ', ''),
              tile(received.received, 'người đã nhận hồ sơ', received.received === received.expected ? 'green' : ''),
              tile(received.missing, 'người chưa nhận hồ sơ', received.missing > 0 ? 'red' : 'green'),
              ...(received.ambiguous > 0 ? [tile(received.ambiguous, 'người cần phân định', 'yellow')] : []),
            ]
      }
      ${tile(total.dossiers, 'hồ sơ đã số hóa', '')}
      ${tile(total.dossiers - total.held - total.unjudged, 'hồ sơ không còn lỗi', 'green', anchor('khong-loi'))}
      ${tile(total.held, 'hồ sơ bị giữ vì có lỗi', total.held > 0 ? 'red' : 'green', anchor('bi-giu'))}
      ${total.unjudged > 0 ? tile(total.unjudged, 'hồ sơ chưa được kiểm tra', 'yellow', anchor('chua-kiem-tra')) : html``}
      ${total.waived > 0 ? tile(total.waived, 'ngoại lệ đã được chấp nhận', 'yellow') : html``}
    </div>
  </section>`
}

function tile(count: number, words: string, colour: string, target?: string): Html {
  const number = numberForPeople(count)
  const shown = target === undefined || count === 0 ? html`${number}` : html`<a href="#${target}">${number}</a>`
  return html`<div class="tile ${colour}"><b>${shown}</b><span>${words}</span></div>`
}

function receivedOf({ coverage }: ReportData) {
  if (coverage === undefined) return undefined
  const sum = totalCoverage(coverage)
  return { ...sum, expected: expectedIn(sum) }
}

function leadOf(data: ReportData): string {
  const { total } = data.scorecard
  const received = receivedOf(data)
  const red = dimensions.filter((name) => colourOf(name, total.measures[name]) === 'red')
  const green = dimensions.filter((name) => colourOf(name, total.measures[name]) === 'green')
  const names = (all: readonly MeasureName[]) => all.map((name) => measures[name].vi.toLowerCase()).join(', ')
  return [
    received === undefined || received.expected === 0
      ? `Đến ngày ${dayForPeople(data.today)} đã số hóa ${numberForPeople(total.dossiers)} hồ sơ.`
      : `Đến ngày ${dayForPeople(data.today)} đã nhận hồ sơ của ${numberForPeople(received.received)} trên ${numberForPeople(received.expected)} người phải có (${percentForPeople(Math.floor((received.received / received.expected) * 1000) / 10)}).`,
    ...(green.length > 0 ? [`Đạt yêu cầu: ${names(green)}.`] : []),
    ...(red.length > 0 ? [`Chưa đạt: ${names(red)}.`] : []),
  ].join(' ')
}

export function sixWords({ scorecard }: ReportData): Html {
  const identifiers = tellShare('identifiers', scorecard.total)
  return html`<section class="card">
    <h2>Đúng, đủ, sạch, sống, thống nhất, dùng chung</h2>
    <p class="note">Xanh từ 90 %, vàng từ 75 %, đỏ dưới 75 %. Bấm vào số để xem các hồ sơ đứng sau.</p>
    <div class="rings">
      ${dimensions.map((name) => {
        const share = scorecard.total.measures[name]
        const told = tellShare(name, scorecard.total)
        const said = `${measures[name].vi}: ${told.percent}, ${told.fraction}, ${colourWords[told.colour]}`
        return html`<div class="measure">
          ${ring(told.rate, told.colour, told.percent, said)}
          <strong>${measures[name].vi}</strong><span class="tag ${told.colour}">${colourWords[told.colour]}</span>
          <small>${linked(told.fraction, name, told)} đạt</small>
          <small>${numberForPeople(share.sound)} / ${numberForPeople(share.dossiers)} hồ sơ đạt trọn vẹn</small>
        </div>`
      })}
    </div>
    <div class="identifiers">
      <b>${linked(identifiers.percent, 'identifiers', identifiers)}</b>
      <span class="tag ${identifiers.colour}">${colourWords[identifiers.colour]}</span>
      <span
        >mã định danh đạt (${identifiers.fraction}). Số định danh cá nhân và mã đơn vị hành chính phải đạt 100 %.</span
      >
    </div>
  </section>`
}

const linked = (words: string, name: MeasureName, { failing }: ToldShare): Html =>
  failing === 0 ? html`${words}` : html`<a href="#${anchor('tat-ca', name)}">${words}</a>`

export function trend({ trend: points }: ReportData): Html {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 2)
    return html`<section class="card">
      <h2>Xu hướng</h2>
      <p class="note">Mới có một lần đo; xu hướng hiện ra từ lần đo sau có thay đổi.</p>
    </section>`
  return html`<section class="card">
    <h2>Xu hướng</h2>
    <p class="note">
      ${points.length} lần đo có thay đổi, từ ${dayForPeople(first.day)} đến ${dayForPeople(last.day)}. Hai vạch đứt là
      mức 75 % và 90 %.
    </p>
    <div class="trends">
      ${measureNames.map((name) => {
        const shares = points.map(({ card }) => rateOf(card.measures[name]))
        const [before, now] = [first, last].map(({ card }) => tellShare(name, card).percent)
        const colour = colourOf(name, last.card.measures[name])
        return html`<div>
          <strong>${measures[name].vi}</strong> <small>${before} → ${now}</small>
          ${trendLine(shares, colour, `${measures[name].vi}: từ ${before} đến ${now}`)}
        </div>`
      })}
    </div>
  </section>`
}
