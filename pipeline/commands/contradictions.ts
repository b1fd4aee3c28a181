// `hoso contradictions`: a contradiction sheet for signature wherever papers of a person differ.
import { createFiles } from '../adapters/files.ts'
import { loadForms } from '../adapters/forms.ts'
import { createPdfWriter } from '../adapters/pdf-lib.ts'
import { loadSourceOrder } from '../adapters/source-order.ts'
import { type Contested, contradictionSheet, contradictionsOf } from '../core/contradictions.ts'
import { UsageError } from '../core/errors.ts'
import { packageNames } from '../core/package-names.ts'
import { openWorkspace } from '../runner/workspace.ts'
import { contestedPersons } from '../store/contested.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

export const contradictions: Command = {
  name: 'contradictions',
  vi: 'Lập phiếu đối chiếu (PDF) cho các hồ sơ có giấy tờ ghi khác nhau, để người có thẩm quyền ký kết luận.',
  en: 'Write contradiction sheets (PDF) for signature where papers differ.',
  options: [
    { flags: '--dossier <id>', vi: 'Chỉ hồ sơ này', en: 'This dossier only' },
    { flags: '--out <dir>', vi: 'Thư mục ghi các phiếu', en: 'Folder for the sheets' },
    json,
  ],
  examples: ['hoso contradictions --out ./phieu-doi-chieu', 'hoso contradictions --dossier TQ-0012 --out ./phieu'],
  run: async ({ options, config, terminal }) => {
    if (typeof options.out !== 'string' && options.json !== true)
      throw new UsageError('Thiếu thư mục ghi phiếu. Ví dụ: hoso contradictions --out ./phieu-doi-chieu.')
    const only = typeof options.dossier === 'string' ? options.dossier.normalize('NFC') : undefined
    const order = loadSourceOrder()
    await using store = await openWorkspace(config, terminal.environment)
    const found = []
    for await (const contested of contestedPersons(store.database, only)) {
      const fields = contradictionsOf(contested, order)
      if (fields.length > 0) found.push({ contested, fields })
    }
    if (typeof options.out === 'string')
      for (const path of await written(options.out, found)) if (!options.json) terminal.out(`${path}\n`)
    if (options.json)
      printJson(
        terminal,
        found.map(({ contested, fields }) => ({
          dossiers: contested.drafts.map(({ dossier }) => dossier),
          fields: fields.map(({ field, claims, proposal, isHeld }) => ({
            ...{ field, held: isHeld, claims },
            ...(proposal === undefined ? {} : { proposed: proposal.claim.value, source: proposal.source.source }),
          })),
        })),
      )
    const count = found.length
    terminal.err(config.lang === 'vi' ? `Hồ sơ có mâu thuẫn: ${count}\n` : `Dossiers with contradictions: ${count}\n`)
    return exitCodes.done
  },
}

type Found = { readonly contested: Contested; readonly fields: ReturnType<typeof contradictionsOf> }

async function written(out: string, found: readonly Found[]): Promise<string[]> {
  const titles = new Map(loadForms().map(({ form, title }) => [form, title.vi]))
  const nameOf = (form: string) => titles.get(form) ?? form
  const [files, pdf] = [createFiles(out), createPdfWriter()]
  const first = ({ contested }: Found) => contested.drafts[0]?.dossier ?? ''
  const names = packageNames(found.map(first))
  const paths: string[] = []
  for (const each of found) {
    const sheet = contradictionSheet(each.contested, each.fields, nameOf)
    const name = `phieu-doi-chieu-${names.get(first(each)) ?? ''}.pdf`
    paths.push((await files.writeOut(out, name, await pdf.sheets([sheet], 'Phiếu đối chiếu'))).path)
  }
  return paths
}
