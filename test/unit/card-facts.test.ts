import { describe, expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { checkDigit, factsOfLines, factsOfQr } from '../../pipeline/core/identity-card/card-facts.ts'
import { extract } from '../../pipeline/stages/extract/extract.ts'
import type { FieldCode } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'
import { toolsWith } from '../support/tools.ts'

const qr = '008085001234|070123456|Nông Văn Tài|05021985|Nam|Tổ 3, Minh Xuân, Tuyên Quang|12042021'
const lines = ['IDVNM0850012347008085001234<<6', '8502050M4502052VNM<<<<<<<<<<<9', 'NONG<<VAN<TAI<<<<<<<<<<<<<<<<<']

describe('the QR code of a citizen card', () => {
  it('tells seven things, the old number among them', () => {
    expect(factsOfQr(qr).map(({ field, raw }) => [field, raw])).toEqual([
      ['citizenId', '008085001234'],
      ['formerCitizenId', '070123456'],
      ['fullName', 'Nông Văn Tài'],
      ['birthDate', '05/02/1985'],
      ['gender', 'Nam'],
      ['permanentAddress', 'Tổ 3, Minh Xuân, Tuyên Quang'],
      ['citizenIdDate', '12/04/2021'],
    ])
  })

  it.each(['HOSO|1|TQ|7', 'https://vneid.gov.vn', '00808500123|x|y|05021985|Nam|z|12042021', ''])(
    'is not any other code: “%s”',
    (text) => {
      expect(factsOfQr(text)).toEqual([])
    },
  )
})

describe('the machine-readable lines', () => {
  it('have check digits as ICAO Doc 9303 computes them', () => {
    // The example of Doc 9303 part 3: 520727 has 3, AB2134<<< has 5.
    expect([checkDigit('520727'), checkDigit('AB2134<<<')]).toEqual([3, 5])
  })

  it('tell number, birth date, sex and expiry', () => {
    expect(factsOfLines(lines).map(({ field, raw }) => [field, raw])).toEqual([
      ['citizenId', '008085001234'],
      ['birthDate', '05/02/1985'],
      ['gender', 'Nam'],
      ['cardExpiry', '05/02/2045'],
    ])
  })

  it('tell nothing with one wrong figure, wherever it stands', () => {
    const [upper = '', lower = '', name = ''] = lines
    const wrong = (line: string, at: number) =>
      line.slice(0, at) + String((Number(line[at]) + 1) % 10) + line.slice(at + 1)
    for (let at = 5; at < 27; at++)
      if (/\d/u.test(upper[at] ?? '')) expect(factsOfLines([wrong(upper, at), lower, name])).toEqual([])
    for (let at = 0; at < 15; at++)
      if (/\d/u.test(lower[at] ?? '')) expect(factsOfLines([upper, wrong(lower, at), name])).toEqual([])
  })
})

describe('a card read by print and by machine', () => {
  const card = (number: string) => `
                         CĂN CƯỚC CÔNG DÂN
                       Citizen Identity Card
   Số / No.: ${number}
   Họ và tên / Full name:
   NÔNG VĂN TÀI
   Ngày sinh / Date of birth: 05/02/1985
   Giới tính / Sex: Nam   Quốc tịch / Nationality: Việt Nam
`
  const tools = toolsWith({ forms: loadForms(), knowledge: loadKnowledge() })
  async function read(
    number: string,
    codes?: Record<string, { text: string; box: [number, number, number, number] }[]>,
  ) {
    const page = pageText(card(number))
    const document = {
      documentId: 'D@1',
      dossier: 'D',
      kind: 'identity-card',
      form: 'citizen-card',
      edition: 1,
      score: 1,
    }
    const { fields } = await extract.run(
      { document: { ...document, pages: [page.pageId] }, pages: [page], ...(codes && { codes }) },
      tools,
    )
    return (field: FieldCode) => fields.find((reading) => reading.field === field)?.outcome
  }
  const code = { 'D/scan.pdf#1': [{ text: qr, box: [0.7, 0.1, 0.1, 0.07] as [number, number, number, number] }] }

  it('is surer where both agree, and has the old number from the code alone, shown where the code stands', async () => {
    const outcome = await read('008085001234', code)
    expect(outcome('citizenId')).toMatchObject({ status: 'read', value: '008085001234', confidence: 1 })
    expect(outcome('formerCitizenId')).toMatchObject({
      value: '070123456',
      provenance: { pageId: 'D/scan.pdf#1', box: [0.7, 0.1, 0.1, 0.07] },
    })
  })

  it('is doubtful where a well read print says otherwise, with both to choose from', async () => {
    const outcome = await read('008085001284', code)
    expect(outcome('citizenId')).toMatchObject({
      status: 'read',
      value: '008085001234',
      confidence: 0.7,
      candidates: [{ value: '008085001284' }],
    })
  })

  it('is read by its print where there is no code', async () => {
    const outcome = await read('008085001234')
    expect(outcome('citizenId')).toMatchObject({ status: 'read', value: '008085001234' })
    expect(outcome('formerCitizenId')).toBeUndefined()
  })
})
