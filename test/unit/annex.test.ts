// A decision with a list of names, put to the dossier it lies in: the record says what the person's own row says.
import { expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { extract } from '../../pipeline/stages/extract/extract.ts'
import { draftOf } from '../../pipeline/stages/assemble.ts'
import type { Document, FieldReading, Value } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'
import { toolsWith } from '../support/tools.ts'

const decision = `
        UBND HUYỆN NA HANG                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
           PHÒNG NỘI VỤ                           Độc lập - Tự do - Hạnh phúc
     Số: 78/QĐ-PNV                             Na Hang, ngày 05 tháng 9 năm 2019

                                  QUYẾT ĐỊNH
          Về việc nâng bậc lương thường xuyên đối với công chức
                                 QUYẾT ĐỊNH:
Điều 1. Nâng bậc lương thường xuyên đối với 03 công chức (có danh sách kèm theo).
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:                                              TRƯỞNG PHÒNG


                                                        Ma Văn Đức
`
const list = (name: string) => `
                              DANH SÁCH CÔNG CHỨC
               (Kèm theo Quyết định số 78/QĐ-PNV ngày 05/9/2019)
+----+------------------+------------+----------+--------+---------+------------+
| TT | Họ và tên        | Ngày sinh  | Mã ngạch | Bậc mới| Hệ số   | Hưởng từ   |
|    |                  |            |          |        | mới     | ngày       |
+----+------------------+------------+----------+--------+---------+------------+
| 1  | Lý Thị Hồng      | 12/3/1984  | 01.003   | 4      | 3,33    | 01/9/2019  |
+----+------------------+------------+----------+--------+---------+------------+
| 2  | ${name.padEnd(16)} | 03/5/1980  | 01.003   | 5      | 3,66    | 01/9/2019  |
+----+------------------+------------+----------+--------+---------+------------+
| 3  | Trần Đức Minh    | 02/11/1979 | 01.003   | 6      | 3,99    | 01/9/2019  |
+----+------------------+------------+----------+--------+---------+------------+
`
const tools = toolsWith({ forms: loadForms(), knowledge: loadKnowledge() })
const documentOf = (page: number, form: string, pages: string[]): Document => ({
  documentId: `D@${page}`,
  dossier: 'D',
  kind: form,
  form,
  edition: 1,
  score: 1,
  pages,
})
const said = (field: FieldReading['field'], value: Value): FieldReading => ({
  documentId: 'D@1',
  field,
  outcome: {
    status: 'read',
    raw: typeof value === 'string' ? value : JSON.stringify(value),
    value,
    candidates: [],
    confidence: 0.95,
  },
})

async function draftWith(name: string) {
  const pages = [pageText(decision, { pageId: 'D#2' }), pageText(list(name), { pageId: 'D#3' })]
  const paper = documentOf(2, 'decision-pay-rise', ['D#2', 'D#3'])
  const { fields, rows } = await extract.run({ document: paper, pages }, tools)
  return draftOf(
    {
      dossier: { dossier: 'D', batchId: 'B', agency: 'TQ' },
      documents: [documentOf(1, '2c-bnv-2008', ['D#1']), paper],
      fields: [said('fullName', 'Ma Thị Hoa'), said('birthDate', '1980-05-03'), said('salaryStep', 4), ...fields],
      rows,
      marks: [],
      decisions: [],
    },
    loadForms(),
  )
}

it('takes step, coefficient and day from the person’s own row, with its rectangle on the list', async () => {
  const { values, documents, tables } = await draftWith('Ma Thị Hoa')
  const paper = documents.find(({ form }) => form === 'decision-pay-rise')
  expect(paper?.values.decisionFullName?.outcome).toMatchObject({ value: 'Ma Thị Hoa', provenance: { pageId: 'D#3' } })
  expect(paper?.values.decisionSalaryCoefficient?.outcome).toMatchObject({ value: 3.66 })
  expect(paper?.values.decisionSalaryFrom?.outcome).toMatchObject({ value: '2019-09-01' })
  expect(values.salaryStep.rivals.map(({ outcome }) => (outcome.status === 'read' ? outcome.value : ''))).toEqual([5])
  // The pay of the others is no part of this record.
  expect(tables.decisionPersons).toEqual([])
})

it('says nothing of a list that does not name the person', async () => {
  const { values, documents } = await draftWith('Đặng Văn Sơn')
  const paper = documents.find(({ form }) => form === 'decision-pay-rise')
  expect(paper?.values.decisionFullName?.outcome.status).toBe('missing')
  expect(values.salaryStep.rivals).toEqual([])
})

it('asks a person where the name is only nearly his', async () => {
  const { values, documents } = await draftWith('Ma Thị Hòa')
  const paper = documents.find(({ form }) => form === 'decision-pay-rise')
  expect(paper?.values.decisionFullName).toMatchObject({
    grade: 'doubtful',
    outcome: { status: 'unparsed', candidates: [{ value: 'Ma Thị Hòa' }] },
  })
  expect(values.salaryStep.rivals).toEqual([])
})
