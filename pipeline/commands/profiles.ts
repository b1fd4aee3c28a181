// `hoso profiles`: the receivers' profiles there are, what is wrong or left open in one, and its empty import workbook.
import { loadKnowledge } from '../adapters/knowledge.ts'
import { loadProfiles, readProfile } from '../adapters/profiles.ts'
import { workbookChunks } from '../adapters/xlsx-rows.ts'
import { messageKinds, type Profile } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'
import { checkProfile, type ProfileCheck } from '../core/profile/check-profile.ts'
import { flatSheets } from '../core/profile/flat-rows.ts'
import { resolveProfile } from '../core/profile/resolve-profile.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { writeFile } from './list-file.ts'

type Call = Parameters<Command['run']>[0]

export const profiles: Command = {
  name: 'profiles',
  vi: 'Liệt kê cấu hình nơi nhận; kiểm tra một cấu hình; ghi tệp Excel mẫu để nhập.',
  en: 'List the receivers’ profiles; check one; write its empty import workbook.',
  options: [
    {
      flags: '--check <name or file>',
      vi: 'Kiểm tra một cấu hình: chỗ sai, phần tử chưa có nguồn, trường không nơi nào ghi',
      en: 'Check a profile: mistakes, elements nobody fills, fields no element names',
    },
    {
      flags: '--template <name>',
      vi: 'Ghi tệp Excel mẫu của cấu hình (cần --out)',
      en: 'Write its import workbook (needs --out)',
    },
    { flags: '--out <file>', vi: 'Tệp .xlsx', en: 'The .xlsx file' },
    json,
  ],
  examples: [
    'hoso profiles',
    'hoso profiles --check tt06-2023',
    'hoso profiles --check ./cau-hinh/tinh.json',
    'hoso profiles --template tt06-2023-xlsx --out mau-nhap.xlsx',
  ],
  run: async (call) => {
    const { check, template } = call.options
    if (typeof check === 'string') return checked(check, call)
    if (typeof template === 'string') return await writeTemplate(template, call)
    return list(call)
  },
}

function list({ options, config, terminal }: Call): number {
  const files = loadProfiles(config.profiles)
  const told = [...files.keys()].map((name) => {
    const { profile, version, format, vi, origin, isVerified } = resolveProfile(name, files)
    return { profile, version, format, vi, origin, isVerified }
  })
  if (options.json) printJson(terminal, told)
  else for (const { profile, version, format, vi } of told) terminal.out(`${profile}\t${version}\t${format}\t${vi}\n`)
  return exitCodes.done
}

/** A name of those there are, or a file of its own that may stand on them. */
function found(given: string, { config }: Call): Profile {
  const files = loadProfiles(config.profiles)
  if (files.has(given)) return resolveProfile(given, files)
  const file = readProfile(given)
  return resolveProfile(file.profile, new Map([...files, [file.profile, file]]))
}

function checked(given: string, call: Call): number {
  const { options, config, terminal } = call
  const check = checkProfile(found(given, call))
  if (options.json) printJson(terminal, check)
  else for (const line of checkLines(check, config.lang)) terminal.out(`${line}\n`)
  return check.problems.length === 0 ? exitCodes.done : exitCodes.someFailed
}

function checkLines({ problems, unfilled, unnamed, optionalHere }: ProfileCheck, lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  const section = (title: string, lines: readonly string[]) => [
    `${title}: ${lines.length}`,
    ...lines.map((each) => `  ${each}`),
  ]
  return [
    ...section(vi ? 'Chỗ sai' : 'Mistakes', problems),
    ...section(vi ? 'Phần tử chưa có nguồn' : 'Elements nobody fills', unfilled),
    ...section(vi ? 'Trường không phần tử nào ghi' : 'Fields no element names', unnamed),
    ...section(
      vi ? 'Bắt buộc ở danh mục mà không bắt buộc ở đây' : 'Mandatory in the catalogue, not here',
      optionalHere,
    ),
  ]
}

async function writeTemplate(name: string, call: Call): Promise<number> {
  const { options, terminal } = call
  if (typeof options.out !== 'string')
    throw new UsageError('Thiếu tên tệp mẫu. Thêm --out, ví dụ: --out mau-nhap.xlsx.')
  const profile = found(name, call)
  const { lists } = loadKnowledge()
  const sheets = messageKinds.toReversed().flatMap((kind) =>
    flatSheets(profile.messages[kind], profile, lists).map(({ vi, columns }) => ({
      name: vi,
      columns: columns.map((column) => ({
        title: column.vi,
        ...(column.choices === undefined ? {} : { choices: column.choices }),
      })),
      rows: [],
    })),
  )
  const parts: Uint8Array[] = []
  for await (const chunk of workbookChunks(sheets)) parts.push(chunk)
  await writeFile(options.out, Buffer.concat(parts))
  terminal.out(`${options.out}\n`)
  return exitCodes.done
}
