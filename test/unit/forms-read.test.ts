// Every form is read from typewritten copies in its own and in another office's wording, whole and with misread letters.
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadForms } from '../../pipeline/adapters/forms.ts'
import { loadKnowledge } from '../../pipeline/adapters/knowledge.ts'
import { gradeOf } from '../../pipeline/core/grade.ts'
import { sameValue } from '../../pipeline/core/same-value.ts'
import { seeded } from '../../samples/random.ts'
import { factsOf, fieldsOn, measureForm, readAs } from '../../samples/typed/measure-forms.ts'
import { typedPages } from '../../samples/typed/typed-pages.ts'
import { wordingOf } from '../../samples/wordings/wording.ts'
import type { FieldCode, Value } from '../../schemas/index.ts'
import { toolsWith } from '../support/tools.ts'

const wordings = readdirSync(new URL('../../samples/wordings/', import.meta.url))
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length))
/** The other office's wording where there is one, else the form's own. */
const elsewhere = wordings.filter((name) => !wordings.includes(`${name}.retyped`) && !/\.[ab]$/u.test(name))
const share = ({ right, total }: { right: number; total: number }) => (total === 0 ? 1 : right / total)

describe('a typewritten copy of', () => {
  it.each(wordings)('%s is read whole', async (wording) => {
    const { fields, cells, falselySure } = await measureForm(wording, ['w1', 'w2'], 0, toolsWith)
    expect(fields.total).toBeGreaterThan(1)
    expect(share(fields)).toBeGreaterThanOrEqual(0.94)
    expect(share(cells)).toBeGreaterThanOrEqual(0.97)
    expect(falselySure.length).toBeLessThanOrEqual(fields.total * 0.03)
  })

  it.each(elsewhere)('%s with every fiftieth word misread keeps most of its values', async (wording) => {
    const { fields, cells } = await measureForm(wording, ['x1', 'x2'], 0.02, toolsWith)
    // A card has five values.
    expect(share(fields)).toBeGreaterThanOrEqual(fields.total < 12 ? 0.7 : 0.8)
    expect(share(cells)).toBeGreaterThanOrEqual(0.8)
  })
})

it('has a wording of another office for every résumé form and every decision', () => {
  const needed = loadForms().filter(
    ({ kind, form }) => (kind !== 'other' || form === '2-knd') && form !== '2c-bnv-2008',
  )
  expect(needed.filter(({ form }) => !wordings.includes(`${form}.retyped`)).map(({ form }) => form)).toEqual([])
})

it('has a wording for every form but the one with a drawer of its own and the one that is ticked', () => {
  const lacking = loadForms()
    .filter(({ form }) => !wordings.includes(form))
    .map(({ form }) => form)
  expect(lacking).toEqual(['2c-bnv-2008', 'rating-sheet-2026'])
})

describe('the same item number on another form', () => {
  const resumes = ['2c-tctw-98', 'hs02-vc', 'tt06-2023', 'tieu-su-tom-tat', '2-knd', 'phieu-bo-sung-ly-lich']
  const templates = [...resumes, '2c-bnv-2008']
  const tools = toolsWith({ forms: loadForms(), knowledge: loadKnowledge() })
  const pairs = resumes.flatMap((paper) =>
    templates.filter((other) => other !== paper).map((other) => [paper, other] as const),
  )

  /** The numbered items of a form whose number is another field on the paper. */
  function crossed(paper: string, other: string): FieldCode[] {
    const numbered = (form: string) =>
      new Map(
        tools.forms
          .find((template) => template.form === form)
          ?.items.flatMap((item) =>
            item.kind === 'field' && item.item !== undefined ? [[item.item, item.field]] : [],
          ),
      )
    const [own, theirs] = [numbered(paper), numbered(other)]
    return [...theirs].flatMap(([number, field]) => (own.has(number) && own.get(number) !== field ? [field] : []))
  }

  it('has enough of them to matter', () => {
    expect(pairs.flatMap(([paper, other]) => crossed(paper, other)).length).toBeGreaterThan(150)
  })

  it.each(pairs)('on a paper %s read as %s yields no other field’s value', async (paper, other) => {
    const facts = factsOf(paper, 'cross')
    const blocks = wordingOf(paper, facts, { dates: 'padded', height: '1m58' })
    const { fields } = await readAs(other, typedPages(blocks, 0, seeded('cross')), tools)
    const written = [...fieldsOn(blocks)]
    const wrong = crossed(paper, other).filter((field) => {
      const outcome = fields.get(field)
      if (outcome?.status !== 'read' || gradeOf(outcome) !== 'good') return false
      const strangers = written.filter((each) => each !== field && !isSameFact(facts.values[each], facts.values[field]))
      return strangers.some((each) => isSameFact(facts.values[each], outcome.value))
    })
    expect(wrong).toEqual([])
  })
})

/** "Không" is nobody's own word. */
function isSameFact(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && a !== 'Không' && sameValue(a, b)
}
