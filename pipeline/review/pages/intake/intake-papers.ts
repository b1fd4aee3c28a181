// The papers of the intake room: rescan slips, the rescan list, the minutes of handing over.
import { createWorkbookWriter } from '../../../adapters/exceljs.ts'
import { handoverMinutes } from '../../../core/handover-minutes.ts'
import { rescanWorksheets } from '../../../core/rescan-list.ts'
import { rescanListOf, rescanSlips } from '../../../runner/rescan-list.ts'
import { audit } from '../../audit.ts'
import type { Text, Visit } from '../../visit.tsx'
import { handoverOf, intakeOf } from './intake-data.ts'

const nothing: Text = {
  vi: 'Không có trang nào của đợt này phải quét lại.',
  en: 'No page of this batch has to be scanned again.',
}
const listOf = ({ desk, params }: Visit) => rescanListOf(desk.store.database, { batch: params.batch ?? '' })

export async function slipsPdf(visit: Visit): Promise<Response> {
  const { tools } = visit.desk.run
  const { listed } = await listOf(visit)
  const slips = await rescanSlips(listed, tools.files)
  if (slips.length === 0) return visit.wrong(404, nothing)
  await audit(visit, 'print_slips', visit.params.batch ?? '', { slips: slips.length })
  return visit.file(await tools.pdfWriter.sheets(slips, 'Phiếu quét lại'), 'application/pdf', 'phieu-quet-lai.pdf')
}

export async function rescansXlsx(visit: Visit): Promise<Response> {
  const { listed } = await listOf(visit)
  const bytes = await createWorkbookWriter().write(rescanWorksheets(listed.map(({ entry }) => entry)))
  return visit.file(
    bytes,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'danh-sach-quet-lai.xlsx',
  )
}

export async function minutesPdf(visit: Visit): Promise<Response> {
  const handover = handoverOf(await intakeOf(visit), visit.desk.today())
  const bytes = await visit.desk.run.tools.pdfWriter.sheets([handoverMinutes(handover)], 'Biên bản bàn giao')
  await audit(visit, 'print_minutes', handover.batchId, { dossiers: handover.dossiers, digest: handover.digest })
  return visit.file(bytes, 'application/pdf', 'bien-ban-ban-giao.pdf')
}
