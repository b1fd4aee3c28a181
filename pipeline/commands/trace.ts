// `hoso trace`: where one value of a person's record comes from, down to the rectangle on the scan, and that rectangle as a picture.
import { resolve } from 'node:path'
import { cropOf } from '../adapters/crop.ts'
import { FieldCode, fieldOf, tableCodes, tableOf, type Trace } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { openFiles } from '../runner/open-files.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { traceable, traceOf } from '../store/trace.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { writeFile } from './list-file.ts'

export const trace: Command = {
  name: 'trace',
  vi: 'Truy nguồn một giá trị: bản ghi chuẩn, bản đọc hoặc quyết định, giấy tờ, trang, khung chữ, tệp quét; cắt ảnh khung chữ.',
  en: 'Trace a value: golden record, reading or decision, paper, page, box, scan; and cut its picture.',
  argument: '<words...>',
  options: [
    { flags: '--out <file>', vi: 'Ghi ảnh của khung chữ (PNG)', en: 'Write the picture of the box (PNG)' },
    json,
  ],
  examples: [
    'hoso trace 8b26e9e2789ec49adc2e fullName --out ho-ten.png',
    'hoso trace 8b26e9e2789ec49adc2e education.1.school',
    'hoso trace 8b26e9e2789ec49adc2e',
  ],
  run: async ({ words, options, config, terminal }) => {
    const [person, field, ...rest] = words
    if (person === undefined || rest.length > 0)
      throw new UsageError('Cần mã người và tên trường. Ví dụ: hoso trace 8b26e9e2789ec49adc2e fullName.')
    await using store = await openWorkspace(config, terminal.environment)
    if (field === undefined) {
      const fields = await traceable(store.database, person)
      if (options.json) printJson(terminal, fields)
      else for (const each of fields) terminal.out(`${each}\t${nameOf(each)}\n`)
      return exitCodes.done
    }
    const found = await traceOf(store.database, person, field)
    if (found === undefined)
      throw new UsageError(`Bản ghi không có giá trị "${field}". Xem các giá trị bằng \`hoso trace ${person}\`.`)
    if (options.json) printJson(terminal, found)
    else terminal.out(`${traceLines(found, config.lang).join('\n')}\n`)
    if (typeof options.out === 'string') {
      if (found.place === undefined)
        throw new UsageError('Giá trị này do người rà soát ghi, không nằm trên trang nào. Bỏ --out.')
      const picture = await openFiles(config, store).read(found.place.display)
      await writeFile(resolve(options.out), await cropOf(picture, found.place.box))
      terminal.err(`${resolve(options.out)}\n`)
    }
    return exitCodes.done
  },
}

/** Of a field, or of a cell with its table and row. */
function nameOf(field: string): string {
  const single = FieldCode.safeParse(field)
  if (single.success) return fieldOf(single.data).vi
  const [table = '', row = '', cell = ''] = field.split('.')
  const code = tableCodes.find((each) => each === table)
  if (code === undefined) return field
  return `${tableOf(code).vi}, dòng ${row}: ${tableOf(code).cells[cell]?.vi ?? cell}`
}

function traceLines(found: Trace, lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  const { outcome, decision, reading, document, place, scan } = found
  const value = outcome.status === 'read' ? outcome.value : undefined
  const shown = typeof value === 'object' ? value.text : String(value ?? '—')
  const line = (name: string, english: string, text: string) => `${vi ? name : english}\t${text}`
  return [
    line('Giá trị', 'Value', `${nameOf(found.field)} = ${shown} (${found.grade})`),
    line('Hồ sơ', 'Dossier', found.dossier),
    ...(decision === undefined
      ? []
      : [
          line(
            'Quyết định',
            'Decision',
            `${decision.kind}, ${decision.steward}, ${decision.decidedAt} (${decision.decisionId})`,
          ),
        ]),
    ...(reading === undefined ? [] : [line('Đọc được', 'Read as', `${reading.field}: ${reading.raw ?? shown}`)]),
    ...(document === undefined ? [] : [line('Giấy tờ', 'Document', `${document.form} (${document.documentId})`)]),
    ...(place === undefined
      ? []
      : [line('Trang', 'Page', `${place.page}, ${place.box.map((share) => share.toFixed(4)).join(' ')}`)]),
    ...(scan === undefined
      ? []
      : [line('Tệp quét', 'Scan', `${scan.path}, ${vi ? 'trang' : 'page'} ${scan.scanPage}, sha256 ${scan.sha256}`)]),
  ]
}
