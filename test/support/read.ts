// Reads pages by a form template with the real templates and lists, and tells the outcomes in short.
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { extract } from '../../pipeline/stages/extract/extract.ts'
import type { FieldCode, Outcome, PageText, Value } from '../../schemas/index.ts'
import { toolsWith } from './tools.ts'

const tools = toolsWith({ forms: loadForms(), knowledge: loadKnowledge() })

export async function read(form: string, pages: PageText[]) {
  const document = {
    documentId: 'D@1',
    dossier: 'D',
    kind: form,
    form,
    edition: 1,
    score: 1,
    pages: pages.map(({ pageId }) => pageId),
  }
  const { fields, rows } = await extract.run({ document, pages }, tools)
  const outcomes = new Map(fields.map(({ field, outcome }) => [field, outcome]))
  const outcome = (field: FieldCode): Outcome => outcomes.get(field) ?? { status: 'missing' }
  const table = (name: string) =>
    rows
      .filter((row) => row.table === name)
      .map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([cell, found]) => [cell, told(found)])))
  return { outcome, value: (field: FieldCode) => told(outcome(field)), table, rows }
}

/** The value, or how it is absent. */
function told(outcome: Outcome): Value {
  if (outcome.status !== 'read') return `(${outcome.status})`
  return typeof outcome.value === 'object' ? outcome.value.text : outcome.value
}
