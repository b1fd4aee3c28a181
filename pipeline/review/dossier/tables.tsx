// The tables of a dossier: row by row, each cell a value to settle, with rows added and taken away.
import { type TableCode, tableCodes, tableOf } from '../../../schemas/index.ts'
import { keyOfRow } from '../../core/steer-rows.ts'
import type { ReviewedDossier } from '../../store/review-dossier.ts'
import { Form } from '../pieces/form.tsx'
import type { Text, Visit } from '../visit.tsx'
import { ItemRow } from './item-row.tsx'
import type { Item } from './items.ts'
import { candidatesOf } from './settle.ts'

const words = {
  row: { vi: 'Dòng', en: 'Row' },
  add: { vi: 'Thêm dòng', en: 'Add a row' },
  addAfter: { vi: 'Thêm dòng sau', en: 'Add a row after' },
  remove: { vi: 'Xóa dòng', en: 'Remove row' },
  empty: { vi: 'Không có dòng nào.', en: 'No rows.' },
} as const satisfies Record<string, Text>

interface TablesProps {
  readonly visit: Visit
  readonly dossier: ReviewedDossier
  readonly items: readonly Item[]
  readonly showsAll: boolean
}

export function Tables({ visit, dossier, items, showsAll }: TablesProps) {
  const cells = items.filter(({ place }) => place.kind === 'cell')
  return (
    <>
      {tableCodes.map((table) => {
        const own = cells.filter(({ place }) => place.kind === 'cell' && place.table === table)
        const isShown = showsAll
          ? dossier.draft.tables[table].length > 0 || isUsual(table)
          : own.some(({ isProblem }) => isProblem)
        return isShown ? <Table visit={visit} dossier={dossier} table={table} items={own} showsAll={showsAll} /> : null
      })}
    </>
  )
}

/** Every résumé has them: a row may be missing altogether. */
const isUsual = (table: TableCode) => ['education', 'workHistory', 'family', 'salaryHistory'].includes(table)

function Table({ visit, dossier, table, items, showsAll }: TablesProps & { readonly table: TableCode }) {
  const rows = dossier.draft.tables[table].map((row, index) => ({ key: keyOfRow(row, index), number: index + 1 }))
  const ofRow = (key: string) => items.filter(({ place }) => place.kind === 'cell' && place.row === key)
  const id = dossier.draft.dossier
  return (
    <section class="table">
      <h2>{tableOf(table)[visit.lang]}</h2>
      {rows.length === 0 ? <p class="aside">{visit.say(words.empty)}</p> : null}
      <ol class="rows">
        {rows
          .filter(({ key }) => showsAll || ofRow(key).some(({ isProblem }) => isProblem))
          .map(({ key, number }) => (
            <li class="row">
              <h3>{`${visit.say(words.row)} ${number}`}</h3>
              <ul class="cells">
                {ofRow(key).map((item) => (
                  <ItemRow visit={visit} dossier={id} item={item} candidates={candidatesOf(item)} />
                ))}
              </ul>
              <RowForm visit={visit} dossier={id} table={table} row={key} />
            </li>
          ))}
      </ol>
      <RowForm visit={visit} dossier={id} table={table} />
    </section>
  )
}

function RowForm({ visit, dossier, table, row }: { visit: Visit; dossier: string; table: TableCode; row?: string }) {
  return (
    <Form visit={visit} action={`/dossiers/${encodeURIComponent(dossier)}/rows`} class="row-form">
      <input type="hidden" name="table" value={table} />
      {row === undefined ? null : <input type="hidden" name="row" value={row} />}
      <button name="verdict" value="add">
        {visit.say(row === undefined ? words.add : words.addAfter)}
      </button>
      {row === undefined ? null : (
        <button name="verdict" value="remove">
          {visit.say(words.remove)}
        </button>
      )}
    </Form>
  )
}
