// Independent readers of what we write: ajv holds JSON to its schema, libxml2 holds XML to its XSD. Neither fetches anything,
// and neither is asked about a file that our own reader refuses (a document type, an entity).
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { validateXML } from 'xmllint-wasm'
import type { JsonSchema } from '../core/profile/json-schema.ts'
import { readXml } from './xml-reader.ts'

/** Where a record does not fit, without what stands there. */
export function jsonCheck(schema: JsonSchema): (record: unknown) => string[] {
  const check: ValidateFunction = new Ajv2020({ allErrors: true, strict: true, unicodeRegExp: true }).compile(schema)
  return (record) => {
    if (check(record)) return []
    return (check.errors ?? []).map(({ instancePath, keyword, params }) => {
      const name = typeof params.missingProperty === 'string' ? `/${params.missingProperty}` : ''
      const more = typeof params.additionalProperty === 'string' ? `/${params.additionalProperty}` : ''
      return `${instancePath}${name}${more}: ${keyword}`
    })
  }
}

/** Pages of 64 KiB libxml2 may grow to: a part of a package is some ten megabytes. */
const memoryPages = { initial: 512, max: 16_384 }
const flawsAtMost = 20

/** Lines of the file and what rule they break; the reader's own words may quote a value and are cut off. */
export async function xmlFlaws(file: string, xsd: string): Promise<string[]> {
  await readXml(createReadStream(file, { encoding: 'utf8' }), {})
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'package.xml', contents: await readFile(file, 'utf8') }],
    schema: [{ fileName: 'package.xsd', contents: xsd }],
    initialMemoryPages: memoryPages.initial,
    maxMemoryPages: memoryPages.max,
  })
  if (valid) return []
  const told = errors.slice(0, flawsAtMost).map(({ message, loc }) => {
    const element = /Element '(?:\{[^}]*\})?([A-Za-z0-9_]+)'/u.exec(message)?.[1] ?? '?'
    const facet = /\[facet '(\w+)'\]/u.exec(message)?.[1] ?? 'cấu trúc'
    return `dòng ${loc?.lineNumber ?? '?'}, ${element}: ${facet}`
  })
  return told.length > 0 ? told : ['không đạt lược đồ XSD']
}
