// Draws the form 2C-BNV/2008 (Sơ yếu lý lịch cán bộ, công chức): head, items 1 to 26. The tables are drawn in form-2c-tables.ts.
import { type FieldCode, fieldOf } from '../../schemas/index.ts'
import type { Facts } from '../invent/declare.ts'
import { close, flow, heading, hint, label, type Run, slot } from './flow.ts'
import { drawTables } from './form-2c-tables.ts'
import { type Item, items } from './items.ts'
import type { Layout } from './layouts.ts'
import { drawPortrait, stamp } from './ornaments.ts'
import { beside, bodyWidth, lastPage, openSheet, paper, put, rule, type Sheet, turnPage, widthOf } from './sheet.ts'
import { written } from './written.ts'

export interface FormWishes {
  /** A red seal on the photo's corner, over the name. */
  readonly sealOverName?: boolean
  /** The typed place before the date of the signature. */
  readonly signedAt: string
}

export async function drawForm(facts: Facts, layout: Layout, wishes: FormWishes): Promise<Sheet> {
  const sheet = await openSheet(layout.type, layout.margins)
  const pen: Pen = { sheet, facts, layout }
  drawHead(pen)
  const photo = drawPhoto(pen)
  drawFirstItems(pen, photo, wishes)
  for (const item of items) {
    if (layout.breaks.includes(Number(item.number))) turnPage(sheet)
    drawItem(pen, item)
  }
  drawTables(pen, wishes.signedAt)
  if (layout.pageNumbers) numberPages(sheet)
  return sheet
}

/** What every part of the form is drawn with. */
export interface Pen {
  readonly sheet: Sheet
  readonly facts: Facts
  readonly layout: Layout
}

export const numbered = ({ number, colon }: Layout, item: string, text: string): Run[] => [
  label(item.startsWith('15.') && number === ')' ? `${item}- ${text}${colon}` : `${item}${number} ${text}${colon}`),
]

/** A value with its leader; an empty date keeps its printed strokes. */
export function slotOf({ facts, layout }: Pen, field: FieldCode, leader = 14): Run[] {
  const text = written(facts, field, layout.hand)
  if (text !== '' || !layout.strokes || fieldOf(field).type !== 'date') return [slot(text, field, leader)]
  return [
    slot('', field, 20),
    close('/'),
    { ...slot('', field), fill: 18, tight: true },
    close('/'),
    { ...slot('', field), fill: 24, tight: true },
  ]
}

function drawHead({ sheet, facts, layout }: Pen): void {
  const width = bodyWidth(sheet)
  const left = { width: width * 0.66 }
  const line = (text: string, field: FieldCode): Run[] => [
    label(text),
    slot(written(facts, field, layout.hand), field, 12),
  ]
  const staff = line('Số hiệu cán bộ, công chức:', 'staffNumber')
  beside(
    sheet,
    () => {
      flow(sheet, line('Cơ quan, đơn vị có thẩm quyền quản lý CBCC', 'managingAgency'), left)
      flow(sheet, line('Cơ quan, đơn vị sử dụng CBCC', 'employingAgency'), left)
      if (layout.staffNumber === 'left') flow(sheet, staff, left)
    },
    () => {
      const right = { x: sheet.margins.left + width * 0.69, width: width * 0.31 }
      flow(sheet, [heading('Mẫu 2C-BNV/2008')], { ...right, align: 'right' })
      if (layout.staffNumber === 'right') flow(sheet, staff, right)
    },
  )
  sheet.y += 12
  flow(sheet, [heading('SƠ YẾU LÝ LỊCH CÁN BỘ, CÔNG CHỨC')], { align: 'center', size: layout.type.size + 2 })
  sheet.y += 8
}

interface Photo {
  readonly x: number
  readonly width: number
  readonly bottom: number
}

/** The frame for the photo, empty or with a portrait in it; what stands beside it is set narrower. */
function drawPhoto({ sheet, layout, facts }: Pen): Photo {
  const whole = { x: sheet.margins.left, width: bodyWidth(sheet), bottom: 0 }
  if (layout.photo === 'none') return whole
  const [width, height] = [80, 108]
  const x = layout.photo === 'left' ? sheet.margins.left : paper.width - sheet.margins.right - width
  const top = sheet.y
  if (facts.values.staffNumber === undefined) drawPortrait(lastPage(sheet).page, x + 2, top + 2, width - 4, height - 4)
  else
    ['Ảnh màu', '(4 x 6 cm)'].forEach((text, index) => {
      put(sheet, text, x + (width - widthOf(sheet, text, 'label', 10.5)) / 2, top + 50 + index * 14, 'label', 10.5)
      lastPage(sheet).text.push(text)
    })
  for (const [from, to] of [
    [
      [x, top],
      [x + width, top],
    ],
    [
      [x, top + height],
      [x + width, top + height],
    ],
    [
      [x, top],
      [x, top + height],
    ],
    [
      [x + width, top],
      [x + width, top + height],
    ],
  ] as const)
    rule(sheet, from, to)
  return {
    x: layout.photo === 'left' ? x + width + 14 : whole.x,
    width: whole.width - width - 14,
    bottom: top + height + 6,
  }
}

function drawFirstItems(pen: Pen, photo: Photo, wishes: FormWishes): void {
  const { sheet, facts, layout } = pen
  const beside = { x: photo.x, width: photo.width }
  const name = written(facts, 'fullName', layout.hand).toLocaleUpperCase('vi')
  const top = sheet.y
  flow(sheet, [...numbered(layout, '1', 'Họ và tên khai sinh (viết chữ in hoa)'), slot(name, 'fullName', 8)], beside)
  const box = lastPage(sheet).boxes.get('fullName')
  if (wishes.sealOverName && box !== undefined)
    stamp(lastPage(sheet).page, sheet.fonts.heading, {
      x: box[0] + 20,
      y: top + 6,
      radius: 46,
      text: 'UBND HUYỆN * TỈNH TUYÊN QUANG *',
    })
  flow(sheet, [...numbered(layout, '2', 'Tên gọi khác'), ...slotOf(pen, 'otherName')], beside)
  flow(
    sheet,
    [...birthRuns(pen), close(','), label(`Giới tính (nam, nữ)${layout.colon}`), ...slotOf(pen, 'gender', 6)],
    beside,
  )
  flow(sheet, [...numbered(layout, '4', 'Nơi sinh'), ...placeRuns(pen, 'birthplace')], beside)
  flow(sheet, [...numbered(layout, '5', 'Quê quán'), ...placeRuns(pen, 'hometown')], beside)
  sheet.y = Math.max(sheet.y, photo.bottom)
}

function birthRuns(pen: Pen): Run[] {
  const { facts, layout } = pen
  const iso = facts.values.birthDate
  if (layout.birth === 'strokes') return [...numbered(layout, '3', 'Sinh ngày'), ...slotOf(pen, 'birthDate', 6)]
  const [year = '', month = '', day = ''] = typeof iso === 'string' ? iso.split('-') : []
  const part = (text: string): Run => ({
    ...slot(layout.hand.dates === 'plain' && text !== '' ? String(Number(text)) : text, 'birthDate', 4),
    ...(text === '' && { fill: 26 }),
  })
  return [
    label(`3${layout.number} Sinh ngày${layout.colon}`),
    part(day),
    label('tháng'),
    part(month),
    label('năm'),
    part(year),
  ]
}

/** "Xã …, Huyện …, Tỉnh …": the kinds are printed, the names are written. */
function placeRuns({ facts, layout }: Pen, field: 'birthplace' | 'hometown'): Run[] {
  const value = facts.values[field]
  const parts = typeof value === 'object' ? value.text.split(', ') : ['Xã', 'Huyện', 'Tỉnh']
  return parts.flatMap((part, index) => {
    const [, kind = '', name = ''] = /^(Xã|Phường|Thị trấn|Huyện|Thành phố|Tỉnh) ?(.*)$/.exec(part) ?? []
    const runs = [
      layout.hints ? label(kind) : ({ ...label(kind), role: 'value', box: field } as const),
      slot(name, field, 4),
    ]
    return index < parts.length - 1 ? [...runs, close(',')] : runs
  })
}

function drawItem(pen: Pen, item: Item): void {
  const { sheet, layout } = pen
  const runs = item.slots.flatMap((slot, index) => {
    const last = index === item.slots.length - 1
    const text = worded(layout, slot.label)
    const number = slot.number ?? (index === 0 ? item.number : undefined)
    const name = number === undefined ? [label(`${text}${layout.colon}`)] : numbered(layout, number, text)
    const end = slot.after === undefined ? [] : [label(slot.after)]
    return [...name, ...slotOf(pen, slot.field, slot.leader), ...end, ...(last ? [] : [close(',')])]
  })
  flow(sheet, runs)
  if (item.hint !== undefined && layout.hints)
    flow(sheet, [hint(item.hint)], {
      size: layout.type.size - 1,
      x: sheet.margins.left + 18,
      width: bodyWidth(sheet) - 18,
    })
}

const worded = ({ household, insurance, health }: Layout, text: string): string =>
  text.replace('{household}', household).replace('{insurance}', insurance).replace('{health}', health)

function numberPages(sheet: Sheet): void {
  sheet.pages.forEach(({ page, text }, index) => {
    if (index === 0) return
    const { width, y } = { width: widthOf(sheet, String(index + 1), 'label'), y: paper.height - 28 }
    page.drawText(String(index + 1), {
      x: (paper.width - width) / 2,
      y,
      size: sheet.type.size,
      font: sheet.fonts.label,
    })
    text.unshift(String(index + 1))
  })
}
