// `hoso forms --check`: tries a template on a scan, without a database: which label was found where, which value stands behind it,
// what was not found. A province writes its own form by looking at this.
import { resolve } from 'node:path'
import { FieldCode, type FieldReading, fieldOf, type FormTemplate } from '../../schemas/index.ts'
import { createFiles } from '../adapters/files.ts'
import { loadForm } from '../adapters/forms.ts'
import { loadKnowledge } from '../adapters/knowledge.ts'
import { createScanReader } from '../adapters/scan-reader.ts'
import { scratchFolder } from '../adapters/scratch-folder.ts'
import { UsageError } from '../core/errors.ts'
import { checkTemplate, type FormCheck } from '../core/form-check.ts'
import { createLog } from '../runner/log.ts'
import { readBare } from '../runner/read-bare.ts'
import { type Command, exitCodes, printJson } from './command.ts'

type Call = Parameters<Command['run']>[0]

export async function checkForm({ words, options, config, terminal }: Call): Promise<number> {
  const [scan, ...others] = words
  if (scan === undefined || others.length > 0 || typeof options.check !== 'string')
    throw new UsageError('Cần một mẫu biểu và một bản quét. Ví dụ: hoso forms --check mau.json ban-quet.pdf.')
  const template = loadForm(resolve(options.check))
  await using scratch = await scratchFolder()
  const own = { ...config, workspace: scratch.path }
  await using scanReader = createScanReader(own)
  const asked = {
    log: createLog(terminal.err, 'warn').scoped({ stage: 'forms', unit: 'check' }),
    signal: terminal.signal,
  }
  const pages = await readBare(resolve(scan), { files: createFiles(own.workspace), scanReader, asked })
  const check = checkTemplate(template, pages)
  // By the very stage that reads documents, as if all pages were one of this form.
  const { readAsForm } = await import('../stages/extract/extract.ts')
  const readings = readAsForm(template, pages, loadKnowledge())
  if (options.json) printJson(terminal, { contract: 1, form: template.form, ...check, readings })
  else terminal.out(`${lines(template, check, readings, config.lang).join('\n')}\n`)
  return exitCodes.done
}

function lines(
  template: FormTemplate,
  check: FormCheck,
  readings: readonly FieldReading[],
  lang: 'vi' | 'en',
): string[] {
  const vi = lang === 'vi'
  const found = check.items.filter(({ isFound }) => isFound)
  const title =
    check.titled.length > 0
      ? `${vi ? 'tiêu đề ở trang' : 'title on page'} ${check.titled.join(', ')}`
      : vi
        ? 'KHÔNG THẤY tiêu đề'
        : 'NO title found'
  const told = (field: string) => {
    const outcome = readings.find((reading) => reading.field === field)?.outcome
    if (outcome === undefined || outcome.status === 'missing') return ''
    return outcome.status === 'blank'
      ? vi
        ? '(để trống)'
        : '(blank)'
      : `${outcome.status === 'read' ? '' : '? '}${outcome.raw} [${outcome.confidence.toFixed(2)}]`
  }
  return [
    `${template.form}: ${title}; ${found.length}/${check.items.length} ${vi ? 'nhãn tìm thấy' : 'labels found'}`,
    ...found.map((item) => foundLine(item, item.kind === 'field' ? told(item.about) : '', lang)),
    ...check.items
      .filter(({ isFound }) => !isFound)
      .map(({ label, about }) => [vi ? 'KHÔNG THẤY' : 'NOT FOUND', '', label, about].join('\t').trimEnd()),
  ]
}

function nameOf(field: string, lang: 'vi' | 'en'): string {
  const known = FieldCode.safeParse(field)
  return known.success ? fieldOf(known.data)[lang] : field
}

function foundLine(
  { kind, about, label, page, likeness }: FormCheck['items'][number],
  value: string,
  lang: 'vi' | 'en',
): string {
  const name = kind === 'field' ? `${about} (${nameOf(about, lang)})` : about
  const where = `${lang === 'vi' ? 'trang' : 'page'} ${page ?? ''}`
  return [where, (likeness ?? 0).toFixed(2), label, name, value].join('\t').trimEnd()
}
