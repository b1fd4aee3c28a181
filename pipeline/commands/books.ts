// What the program goes by, printed: the rule book and the forms it knows.
import { type FormTemplate, fieldOf } from '../../schemas/index.ts'
import { loadForms } from '../adapters/forms.ts'
import { ruleBook } from '../rules/render.ts'
import { checkForm } from './check-form.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'

const severities = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' } as const
const dimensions = {
  accuracy: 'đúng',
  completeness: 'đủ',
  cleanness: 'sạch',
  timeliness: 'sống',
  consistency: 'thống nhất',
  shareability: 'dùng chung',
} as const

export const rules: Command = {
  name: 'rules',
  vi: 'In bộ quy tắc kiểm tra với căn cứ của từng quy tắc.',
  en: 'Print the rule book with the basis of each rule.',
  options: [json],
  examples: ['hoso rules', 'hoso rules --json'],
  run: async ({ options, config, terminal }) => {
    const book = ruleBook()
    if (options.json) printJson(terminal, book)
    else
      for (const { code, severity, dimension, basis, basisVerified, message } of book) {
        const vi = config.lang === 'vi'
        terminal.out(`${code} [${vi ? severities[severity] : severity}, ${vi ? dimensions[dimension] : dimension}]\n`)
        terminal.out(`  ${message[config.lang]}\n`)
        const checked = basisVerified ? (vi ? 'đã kiểm chứng' : 'verified') : vi ? 'chưa kiểm chứng' : 'not verified'
        terminal.out(`  ${vi ? 'Căn cứ' : 'Basis'}: ${basis} (${checked})\n`)
      }
    return exitCodes.done
  },
}

export const forms: Command = {
  name: 'forms',
  vi: 'In các mẫu biểu đọc được; --check thử một mẫu mới trên một bản quét.',
  en: 'Print the forms that can be read; --check tries a new template on a scan.',
  argument: '[scan]',
  options: [
    {
      flags: '--check <template>',
      vi: 'Mẫu biểu JSON: cho thấy mẫu này tìm được gì trên bản quét, không ghi gì',
      en: 'JSON template: shows what it finds on the scan, keeps nothing',
    },
    json,
  ],
  examples: ['hoso forms', 'hoso forms --json', 'hoso forms --check mau-cua-tinh.json ban-quet.pdf'],
  run: async ({ words, options, config, terminal }) => {
    if (options.check !== undefined) return checkForm({ words, options, config, terminal })
    const known = loadForms(config.forms)
    if (options.json) printJson(terminal, known.map(described))
    else
      for (const { form, edition, title, basis, fields: read } of known.map(described)) {
        terminal.out(`${form} (${edition}): ${title[config.lang]}. ${basis}\n`)
        terminal.out(`  ${read.map((field) => fieldOf(field)[config.lang]).join(', ')}\n`)
      }
    return exitCodes.done
  },
}

function described({ form, edition, kind, title, basis, items }: FormTemplate) {
  return {
    form,
    edition,
    kind,
    title,
    basis,
    fields: items.flatMap((item) => (item.kind === 'field' ? [item.field] : [])),
    tables: [...new Set(items.flatMap((item) => (item.kind === 'table' ? [item.table] : [])))],
  }
}
