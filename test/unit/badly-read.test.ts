import { describe, expect, it } from 'vitest'
import { cutAt } from '../../pipeline/stages/extract/cut.ts'
import { linesOf } from '../../pipeline/core/lines.ts'
import { tokensOf } from '../../pipeline/core/form/tokens.ts'
import type { Box, Word } from '../../schemas/index.ts'
import { pageText } from '../support/page-text.ts'
import { read } from '../support/read.ts'

const word = (text: string, left: number, top: number, height: number): Word => ({
  text,
  box: [left, top, text.length * 0.0095, height],
  confidence: 0.9,
})

describe('lines with stray signs among their words', () => {
  it('a comma that hangs below its line draws no word out of it', () => {
    // "quan" hangs below its neighbours by the tail of its q, and is nearer to the comma than to them.
    const words = [
      word('01/12/2004', 0.27, 0.5148, 0.0091),
      word(',', 0.415, 0.5223, 0.0037),
      word('Cơ', 0.425, 0.5148, 0.0095),
      word('quan', 0.454, 0.5173, 0.0099),
      word('tuyển', 0.497, 0.514, 0.0132),
      word('dụng:', 0.545, 0.514, 0.0132),
      word('huyện', 0.14, 0.535, 0.0132),
    ]
    expect(linesOf(words).map((line) => line.words.map(({ text }) => text).join(' '))).toEqual([
      '01/12/2004 , Cơ quan tuyển dụng:',
      'huyện',
    ])
  })

  it('a line of nothing but dots stays a line of its own', () => {
    const words = [word('Không', 0.1, 0.1, 0.012), word('....', 0.1, 0.13, 0.003), word('Khác', 0.1, 0.15, 0.012)]
    expect(linesOf(words)).toHaveLength(3)
  })
})

describe('labels', () => {
  it('a misread first word of a label is not left to the value before it', async () => {
    const { value } = await read('2c-bnv-2008', [
      pageText(`
23) Tình trạng sức khỏe: Tốt, Chiều cao: 158 cm, Cân nặng: 50 kg, Nhóm máu: B
24) Lờ thương binh hạng: 4/4, Lờ con gia đình chính sóch: Không
25) Số chứng minh nhân dân: 073123456
`),
    ])
    expect([value('bloodGroup'), value('disabledSoldierClass'), value('policyFamily')]).toEqual(['B', '4/4', 'Không'])
  })

  it('an item’s number torn in two is no part of the value before it', async () => {
    const { value } = await read('2c-bnv-2008', [pageText('15.5. Ngoại ngữ: Anh B        15 6 Tin học: Trình độ A')])
    expect([value('foreignLanguage'), value('informatics')]).toEqual(['Anh B', 'Trình độ A'])
  })

  it('a hint is taken off whole, and its like in the answer stays', async () => {
    const { value } = await read('2c-bnv-2008', [
      pageText(`
15.5- Ngoại ngữ: Tiếng Anh trình độ B        15.6- Tin học: Trình độ A
(Tên ngoại ngữ + Trình độA, B, C, D. )(Trình độA, B, C,
16) Ngày vào Đảng Cộng sản Việt Nam: 03/02/2008
`),
    ])
    expect([value('foreignLanguage'), value('informatics')]).toEqual(['Tiếng Anh trình độ B', 'Trình độ A'])
  })

  it('is not sure that nothing is written where something stands below', async () => {
    const { outcome } = await read('2c-bnv-2008', [
      pageText(`
10) Nghề nghiệp khi được tuyển dụng:

Nhóm máu:
Có một dòng chữ không ai biết thuộc mục nào
31) Diễn biến quá trình lương của cán bộ, công chức
`),
    ])
    expect(outcome('bloodGroup')).toMatchObject({ status: 'blank', confidence: 0.7 })
  })

  it('a name is not taken for the words before a name', async () => {
    const { value } = await read('decision-pay-rise', [
      pageText(`
                                 QUYẾT ĐỊNH
               Về việc nâng bậc lương thường xuyên
Điều 1. Nâng bậc lương thường xuyên đối với ông Nùng Văn Chương:
- Sinh ngày: 08/8/1980;
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
`),
    ])
    expect(value('decisionFullName')).toBe('Nùng Văn Chương')
  })
})

describe('steps of pay run together', () => {
  it('offers the code and the step that a lost stroke has joined', async () => {
    const { rows } = await read('2c-bnv-2008', [
      pageText(`
31) Diễn biến quá trình lương của cán bộ, công chức
Tháng/năm         01/2006        01/2009        01/2012
Mã ngạch/bậc      16.1191        V.07.04.1273   01.003/3
Hệ số lương       1,86           2,67           3,00
`),
    ])
    const [lost, misread, whole] = rows.map(({ cells }) => cells)
    expect(lost?.['rankCode']).toMatchObject({ status: 'unparsed', raw: '16.1191', candidates: [{ value: '16.119' }] })
    expect(lost?.['step']).toMatchObject({ status: 'unparsed', candidates: [{ value: 1 }] })
    expect(misread?.['rankCode']).toMatchObject({ status: 'unparsed', candidates: [{ value: 'V.07.04.12' }] })
    expect(whole?.['rankCode']).toMatchObject({ status: 'read', value: '01.003', confidence: 0.95 })
  })

  it('cuts a word that runs over ruled lines where they stand, and is then not sure of it', () => {
    const [token] = tokensOf([pageText('01.003/201.003/301.003/4')])
    if (!token) throw new Error('one word makes one token')
    const [left, , width] = token.box satisfies Box
    const pieces = cutAt([token], [left + width / 3, left + (2 * width) / 3])
    expect(pieces.map(({ text }) => text)).toEqual(['01.003/2', '01.003/3', '01.003/4'])
    expect(pieces.every(({ confidence }) => confidence <= 0.7)).toBe(true)
  })
})

describe('the number of the next item', () => {
  it('is no part of the value before it, though its second half was read with the label', async () => {
    const { value } = await read('hs02-vc', [
      pageText('15.3- Lý luận chính trị: Trung cấp    15. 4-Quản lý nhà nước: Chuyên viên'),
    ])
    expect([value('politicalTheory'), value('stateManagement')]).toEqual(['Trung cấp', 'Chuyên viên'])
  })
})
