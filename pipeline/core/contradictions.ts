// The contradiction sheet (phiếu đối chiếu): every field on which papers differ, what each says and where, what the law would
// take and why, and room for the word and the signature of whoever decides. How it becomes a PDF is the writer's business.
import {
  type Finding,
  FieldCode,
  fieldCodes,
  fieldOf,
  type PersonDraft,
  type SourceOrder,
  type Value,
} from '../../schemas/index.ts'
import { dateForPeople } from './dates.ts'
import { isHoldingFinding } from './gate.ts'
import { compareIds } from './id.ts'
import { sameValue } from './same-value.ts'
import type { Block, Sheet } from './sheet.ts'
import { type PaperClaim, type Proposal, propose } from './source-order.ts'

/** A person's dossiers with what the rules found on them, and the number of each page in its dossier. */
export interface Contested {
  readonly title: string
  readonly drafts: readonly PersonDraft[]
  readonly findings: readonly Finding[]
  readonly pageNumbers: ReadonlyMap<string, number>
}

export interface Contradiction {
  readonly field: FieldCode
  readonly claims: readonly PaperClaim[]
  readonly proposal: Proposal | undefined
  /** Whether the record is held for it. */
  readonly isHeld: boolean
}

const disagreement = /^(?:documents_disagree|decision_disagrees_)/u

/** In the order of the printed form. */
export function contradictionsOf({ drafts, findings, pageNumbers }: Contested, order: SourceOrder): Contradiction[] {
  const told = findings.filter(({ code, isWaived }) => disagreement.test(code) && !isWaived)
  const fieldsTold = new Set(told.flatMap(({ fields }) => fields.slice(0, 1)))
  const isMember = drafts.some(({ values }) => values.partyAdmissionDate.outcome.status === 'read')
  return fieldCodes.flatMap((field) => {
    if (!fieldsTold.has(field)) return []
    const claims = drafts.flatMap((draft) => claimsOn(field, draft, pageNumbers))
    const isHeld = told.some((finding) => finding.fields[0] === field && isHoldingFinding(finding))
    return claims.length < 2 ? [] : [{ field, claims, proposal: propose(field, claims, { order, isMember }), isHeld }]
  })
}

/** Of the field itself, and of the fields of decisions that speak of it. */
function claimsOn(field: FieldCode, draft: PersonDraft, pageNumbers: ReadonlyMap<string, number>): PaperClaim[] {
  const codes = fieldCodes.filter((code) => code === field || fieldOf(code).rivalOf === field)
  return draft.documents
    .flatMap(({ documentId, form, date = '', values }) =>
      codes.flatMap((code) => {
        const { outcome, grade } = values[code] ?? {}
        if (outcome?.status !== 'read') return []
        const page = outcome.provenance === undefined ? undefined : pageNumbers.get(outcome.provenance.pageId)
        return [
          { dossier: draft.dossier, documentId, form, date, page, value: outcome.value, isSure: grade === 'good' },
        ]
      }),
    )
    .toSorted((a, b) => compareIds(a.date, b.date) || compareIds(a.documentId, b.documentId))
}

/** `nameOf` tells a form by its printed title. */
export function contradictionSheet(
  { title, drafts }: Contested,
  contradictions: readonly Contradiction[],
  nameOf: (form: string) => string,
): Sheet {
  const dossiers = drafts.map(({ dossier }) => dossier).join(', ')
  return {
    footer: `Phiếu đối chiếu · ${dossiers}`,
    blocks: [
      { kind: 'heading', text: 'PHIẾU ĐỐI CHIẾU THÔNG TIN', align: 'centre' },
      { kind: 'paragraph', text: `Họ và tên: ${title}`, weight: 'bold' },
      { kind: 'paragraph', text: `Hồ sơ: ${dossiers}. Đơn vị: ${drafts[0]?.agency ?? ''}.` },
      { kind: 'paragraph', text: legal, points: 9.5 },
      { kind: 'gap', millimetres: 2 },
      ...contradictions.flatMap((each, index) => blocksOf(each, index + 1, nameOf)),
      { kind: 'gap', millimetres: 6 },
      { kind: 'paragraph', text: 'Ngày ….. tháng ….. năm ………', align: 'right' },
      {
        kind: 'signatures',
        places: [
          { title: 'Người lập phiếu', note: '(Ký, ghi rõ họ tên)' },
          { title: 'Người quản lý hồ sơ', note: '(Ký, ghi rõ họ tên)' },
          { title: 'Thủ trưởng cơ quan', note: '(Ký, ghi rõ họ tên, đóng dấu)' },
        ],
      },
    ],
  }
}

const legal =
  'Các giấy tờ dưới đây ghi khác nhau. Giá trị đề xuất theo thứ tự: giấy khai sinh gốc, rồi quyển lý lịch lập khi tuyển dụng ' +
  'lần đầu; ngày sinh của đảng viên theo lý lịch đảng viên gốc (Thông tư 11/2012/TT-BNV Điều 11; Thông tư 07/2019/TT-BNV Điều ' +
  '12). Thông tin chỉ được sửa khi có kết luận bằng văn bản của người có thẩm quyền.'

function blocksOf(
  { field, claims, proposal, isHeld }: Contradiction,
  number: number,
  nameOf: (form: string) => string,
): Block[] {
  const state = isHeld ? ' (bản ghi bị giữ)' : ''
  const isProposed = (claim: PaperClaim) => proposal !== undefined && sameValue(claim.value, proposal.claim.value)
  return [
    { kind: 'heading', text: `${number}. ${fieldOf(field).vi}${state}`, level: 2 },
    {
      kind: 'table',
      columns: [
        { title: 'Giấy tờ', share: 40 },
        { title: 'Ngày', share: 14 },
        { title: 'Trang', share: 8 },
        { title: 'Giá trị ghi', share: 28 },
        { title: 'Đề xuất', share: 10 },
      ],
      rows: claims.map((claim) => [
        nameOf(claim.form),
        dateForPeople(claim.date),
        claim.page === undefined ? '' : String(claim.page),
        `${shown(claim.value)}${claim.isSure ? '' : ' (đọc chưa chắc)'}`,
        isProposed(claim) ? (claim.isSure ? 'x' : 'xem ảnh') : '',
      ]),
    },
    {
      kind: 'paragraph',
      points: 9.5,
      text:
        proposal === undefined
          ? 'Không đề xuất: các giấy tờ ngang nhau. Cần tìm giấy khai sinh gốc hoặc quyển lý lịch.'
          : `${proposal.claim.isSure ? 'Đề xuất' : 'Đọc chưa chắc, phải so với ảnh trước khi kết luận'}: ${shown(proposal.claim.value)}. Nguồn: ${proposal.source.vi}. Căn cứ: ${proposal.source.basis}.`,
    },
    { kind: 'paragraph', text: 'Kết luận: …………………………………………………………………………………………………………' },
  ]
}

function shown(value: Value): string {
  if (typeof value === 'object') return value.text
  return typeof value === 'number' ? String(value).replace('.', ',') : dateForPeople(value)
}
