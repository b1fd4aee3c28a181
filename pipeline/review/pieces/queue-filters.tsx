// By what the queue is narrowed down: a form without a script, so that the address can be kept and sent on.
import type { AgencyTree } from '../../core/agency-tree.ts'
import type { QueueFacets } from '../../store/review-queue.ts'
import type { Text, Visit } from '../visit.tsx'
import { formName, ruleName } from './names.ts'

const words = {
  filter: { vi: 'Lọc danh sách', en: 'Filter' },
  agency: { vi: 'Đơn vị', en: 'Agency' },
  batch: { vi: 'Đợt số hóa', en: 'Batch' },
  code: { vi: 'Phát hiện', en: 'Finding' },
  form: { vi: 'Mẫu biểu', en: 'Form' },
  holder: { vi: 'Người giữ', en: 'In hand of' },
  dossier: { vi: 'Mã hồ sơ', en: 'Dossier id' },
  all: { vi: 'Tất cả', en: 'All' },
  me: { vi: 'Tôi', en: 'Me' },
  nobody: { vi: 'Chưa ai', en: 'Nobody' },
  apply: { vi: 'Lọc', en: 'Apply' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
} as const satisfies Record<string, Text>

interface Choice {
  readonly value: string
  readonly text: string
}

export function QueueFilters({ visit, tree, facets }: { visit: Visit; tree: AgencyTree; facets: QueueFacets }) {
  const open = visit.seat.agencies('see')
  const agencies = tree.ordered
    .filter(({ agency }) => open === 'all' || open.includes(agency.code))
    .map(({ agency, depth }) => ({ value: agency.code, text: `${'\u2003'.repeat(depth)}${agency.name}` }))
  const forms = visit.desk.run.tools.forms
  const selects: readonly { name: 'agency' | 'batch' | 'code' | 'form' | 'holder'; choices: readonly Choice[] }[] = [
    { name: 'agency', choices: agencies },
    { name: 'batch', choices: facets.batches.map(({ batchId, name }) => ({ value: batchId, text: name })) },
    { name: 'code', choices: facets.codes.map((code) => ({ value: code, text: ruleName(code, visit.lang) })) },
    { name: 'form', choices: facets.forms.map((form) => ({ value: form, text: formName(forms, form, visit.lang) })) },
    { name: 'holder', choices: (['me', 'nobody'] as const).map((value) => ({ value, text: visit.say(words[value]) })) },
  ]
  return (
    <form class="filters" action="/queue" aria-label={visit.say(words.filter)}>
      {selects.map(({ name, choices }) => (
        <label>
          {visit.say(words[name])}
          <select name={name}>
            <option value="">{visit.say(words.all)}</option>
            {choices.map(({ value, text }) => (
              <option value={value} selected={visit.query(name) === value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {visit.say(words.dossier)}
        <input name="dossier" value={visit.query('dossier') ?? ''} />
      </label>
      <input type="hidden" name="state" value={visit.query('state') ?? ''} />
      <span class="actions">
        <button>{visit.say(words.apply)}</button>
        <a href="/queue">{visit.say(words.clear)}</a>
      </span>
    </form>
  )
}
