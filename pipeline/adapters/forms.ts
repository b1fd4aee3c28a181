// The form templates from schemas/forms/, checked. A broken template stops the program before any work.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FormTemplate, tableOf } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'

const folder = new URL('../../schemas/forms/', import.meta.url)

/** All templates, in order of their file names. */
export function loadForms(): FormTemplate[] {
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => checked(name, readFileSync(new URL(name, folder), 'utf8')))
}

function checked(name: string, text: string): FormTemplate {
  const parsed = FormTemplate.safeParse(jsonOf(name, text))
  if (!parsed.success) throw broken(name, parsed.error)
  const problem = parsed.data.items.flatMap((item) => (item.kind === 'table' ? unknownCells(item) : []))
  if (problem.length > 0) throw broken(name, new RangeError(`unknown cells: ${problem.join(', ')}`))
  return parsed.data
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw broken(name, cause)
  }
}

/** Cells of a template's table that the catalogue does not know. */
function unknownCells(item: Extract<FormTemplate['items'][number], { kind: 'table' }>): string[] {
  const known = Object.keys(tableOf(item.table).cells)
  const named = [...item.columns.flatMap(({ cells }) => cells), ...Object.keys(item.constants)]
  return named.filter((cell) => !known.includes(cell))
}

function broken(name: string, cause: unknown): EnvironmentError {
  return new EnvironmentError(
    `Mẫu biểu schemas/forms/${name} không đúng ngữ pháp. Sửa tệp theo schemas/form-template.ts.`,
    { cause },
  )
}
