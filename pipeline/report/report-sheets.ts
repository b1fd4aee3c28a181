// The report as a workbook: one sheet a topic, complete where the page is cut short.
import { type Card, measureNames } from '../../schemas/index.ts'
import { coverageKinds, expectedIn } from '../core/roster/coverage.ts'
import { figurePlaceNames } from '../core/scorecard/count-figures.ts'
import { measures } from '../core/scorecard/measures.ts'
import { reasonCounts } from '../core/scorecard/scorecard.ts'
import type { WorkbookWriter } from '../core/stage.ts'
import { colourWords, tellShare } from './measure-words.ts'
import { dayForPeople, type ReportData } from './report-data.ts'
import { samplingSheet } from './sampling-sheet.ts'

type Sheet = Parameters<WorkbookWriter['write']>[0][number]
type Row = Sheet['rows'][number]

export function reportSheets(data: ReportData): Sheet[] {
  return [
    totalSheet(data),
    agencySheet(data),
    batchSheet(data),
    ...coverageSheet(data),
    reasonSheet(data),
    figureSheet(data),
    ...samplingSheet(data.sampling),
    trendSheet(data),
    dossierSheet(data),
    methodSheet(),
  ]
}

const percent = (card: Card, name: (typeof measureNames)[number]): number | '' => {
  const { passed, total } = card.measures[name]
  return total === 0 ? '' : Math.floor((passed / total) * 1000) / 10
}
const measureHeads = measureNames.flatMap((name) => [
  `${measures[name].vi} (%)`,
  `${measures[name].vi}: đạt`,
  `${measures[name].vi}: xét`,
])
const measureCells = (card: Card): Row =>
  measureNames.flatMap((name) => [percent(card, name), card.measures[name].passed, card.measures[name].total])

function totalSheet({ scorecard: { total }, scope, today }: ReportData): Sheet {
  return {
    name: 'Tổng hợp',
    columns: ['Tiêu chí', 'Tỷ lệ (%)', 'Đạt', 'Xét', 'Hồ sơ đạt trọn vẹn', 'Hồ sơ xét', 'Mức'],
    rows: [
      ...measureNames.map((name): Row => {
        const share = total.measures[name]
        const { colour } = tellShare(name, total)
        return [
          measures[name].vi,
          percent(total, name),
          share.passed,
          share.total,
          share.sound,
          share.dossiers,
          colourWords[colour],
        ]
      }),
      ['Hồ sơ', '', '', total.dossiers, '', '', ''],
      ['Hồ sơ bị giữ', '', '', total.held, '', '', ''],
      ['Hồ sơ chưa được kiểm tra', '', '', total.unjudged, '', '', ''],
      ['Người chưa nhận hồ sơ', '', '', total.missing, '', '', ''],
      ['Ngoại lệ đã chấp nhận', '', '', total.waived, '', '', ''],
      ['Phạm vi', '', '', '', '', '', scope],
      ['Ngày', '', '', '', '', '', dayForPeople(today)],
    ],
  }
}

function agencySheet({ scorecard, tree }: ReportData): Sheet {
  return {
    name: 'Theo đơn vị',
    columns: ['Mã đơn vị', 'Tên đơn vị', 'Hồ sơ', 'Bị giữ', 'Chưa nhận', ...measureHeads],
    rows: tree.ordered.flatMap(({ agency, depth }) => {
      const card = scorecard.agencies.get(agency.code)?.whole
      if (card === undefined) return []
      const name = `${'    '.repeat(depth)}${agency.name}`
      return [[agency.code, name, card.dossiers, card.held, card.missing, ...measureCells(card)]]
    }),
  }
}

function batchSheet({ scorecard, batches }: ReportData): Sheet {
  return {
    name: 'Theo đợt',
    columns: ['Mã đợt', 'Đợt', 'Hồ sơ', 'Bị giữ', ...measureHeads],
    rows: [...scorecard.batches].map(([batch, card]) => [
      batch,
      batches.get(batch) ?? '',
      card.dossiers,
      card.held,
      ...measureCells(card),
    ]),
  }
}

const coverageNames = {
  received: 'Đã nhận',
  ambiguous: 'Cần phân định',
  missing: 'Chưa nhận',
  unexpected: 'Ngoài danh sách',
  unidentified: 'Chưa rõ là ai',
} as const

function coverageSheet({ coverage, tree }: ReportData): Sheet[] {
  if (coverage === undefined) return []
  const rows = tree.ordered.flatMap(({ agency, depth }) => {
    const whole = coverage.get(agency.code)?.whole
    if (whole === undefined) return []
    const name = `${'    '.repeat(depth)}${agency.name}`
    return [[agency.code, name, expectedIn(whole), ...coverageKinds.map((kind) => whole[kind])]]
  })
  return [
    {
      name: 'Đã nhận và phải có',
      columns: ['Mã đơn vị', 'Tên đơn vị', 'Phải có', ...coverageKinds.map((kind) => coverageNames[kind])],
      rows,
    },
  ]
}

function reasonSheet({ scorecard, reasonText }: ReportData): Sheet {
  return {
    name: 'Lý do chưa đạt',
    columns: ['Tiêu chí', 'Mã quy tắc', 'Lý do', 'Hồ sơ', 'Mục'],
    rows: reasonCounts(scorecard.scores).map(({ measure, code, dossiers, items }) => [
      measures[measure].vi,
      code,
      reasonText(code),
      dossiers,
      items,
    ]),
  }
}

function figureSheet({ figures, tree }: ReportData): Sheet {
  return {
    name: 'Chỉ tiêu quản lý',
    columns: ['Mã đơn vị', 'Tên đơn vị', 'Số người', ...figurePlaceNames.map(({ vi }) => vi)],
    rows: tree.ordered.flatMap(({ agency, depth }) => {
      const counts = figures.agencies.get(agency.code)
      if (counts === undefined) return []
      const name = `${'    '.repeat(depth)}${agency.name}`
      return [[agency.code, name, counts.persons, ...figurePlaceNames.map(({ place }) => counts.groups[place] ?? 0)]]
    }),
  }
}

function trendSheet({ trend }: ReportData): Sheet {
  return {
    name: 'Xu hướng',
    columns: ['Ngày', 'Hồ sơ', 'Bị giữ', ...measureHeads],
    rows: trend.map(({ day, card }) => [dayForPeople(day), card.dossiers, card.held, ...measureCells(card)]),
  }
}

/** Every dossier: what the page's lists are cut from. */
function dossierSheet({ scorecard: { scores }, reasonText }: ReportData): Sheet {
  return {
    name: 'Hồ sơ',
    columns: [
      'Mã hồ sơ',
      'Mã người',
      'Mã đơn vị',
      'Mã đợt',
      'Bị giữ',
      ...measureNames.map((name) => `${measures[name].vi} (%)`),
      'Lý do chưa đạt',
    ],
    rows: scores.map(({ dossier, personId, agency, batchId, card, reasons }) => [
      dossier,
      personId ?? '',
      agency,
      batchId,
      card.unjudged > 0 ? 'Chưa kiểm tra' : card.held > 0 ? 'Bị giữ' : '',
      ...measureNames.map((name) => percent(card, name)),
      [...new Set(reasons.map(({ code }) => reasonText(code)))].join('\n'),
    ]),
  }
}

function methodSheet(): Sheet {
  return {
    name: 'Cách tính',
    columns: ['Tiêu chí', 'Xét gì, khi nào không đạt'],
    rows: measureNames.map((name) => [measures[name].vi, measures[name].counts]),
  }
}
