// The form templates from schemas/forms/, checked. A broken template stops the program before any work.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { FormPart, FormTemplate, PartItem, tableOf } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'

const folder = new URL('../../schemas/forms/', import.meta.url)

/** All templates, in order of their file names; a province's own behind them, in place of one of the same name and edition. */
export function loadForms(own?: string): FormTemplate[] {
  const known = namesIn(fileURLToPath(folder)).map((name) => checked(name, textOf(name)))
  const added = own === undefined ? [] : namesIn(own).map((name) => loadForm(join(own, name)))
  const isReplaced = ({ form, edition }: FormTemplate) =>
    added.some((other) => other.form === form && other.edition === edition)
  return [...known.filter((form) => !isReplaced(form)), ...added]
}

/** One template that lies anywhere; parts are those of the program. */
export function loadForm(path: string): FormTemplate {
  return checked(path, textAt(path))
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (cause) {
    throw broken(path, cause)
  }
}

function checked(name: string, text: string): FormTemplate {
  const parsed = FormTemplate.safeParse(withParts(jsonOf(name, text)))
  if (!parsed.success) throw broken(name, parsed.error)
  const problem = parsed.data.items.flatMap((item) => (item.kind === 'table' ? unknownCells(item) : []))
  if (problem.length > 0) throw broken(name, new RangeError(`unknown cells: ${problem.join(', ')}`))
  return parsed.data
}

/** The parts a template names, in their place: items of the form, columns of a table. */
function withParts(template: unknown): unknown {
  const { success, data } = Listed.safeParse(template)
  if (!success) return template
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, Array.isArray(value) ? value.flatMap(partOf) : value]),
  )
}

const Listed = z.record(z.string(), z.unknown())

function partOf(item: unknown): unknown[] {
  const { success, data } = PartItem.safeParse(item)
  if (!success) return [withParts(item)]
  const path = `parts/${data.part}.json`
  const part = FormPart.safeParse(jsonOf(path, textOf(path)))
  if (!part.success) throw broken(path, part.error)
  return part.data.flatMap(partOf)
}

const textOf = (name: string): string => textAt(fileURLToPath(new URL(name, folder)))

function textAt(name: string): string {
  try {
    return readFileSync(name, 'utf8')
  } catch (cause) {
    throw broken(name, cause)
  }
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
    `Mẫu biểu ${name} không đúng ngữ pháp hoặc không đọc được. Sửa tệp theo schemas/form-template.ts.`,
    { cause },
  )
}
