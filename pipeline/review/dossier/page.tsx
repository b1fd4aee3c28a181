// The page of one dossier: left the paper, right what it says, only what needs a person unless more is asked for.
import { reviewItem, type ReviewState } from '../../store/review-queue.ts'
import { type ReviewedDossier, shownPages, type ShownPage } from '../../store/review-dossier.ts'
import { agencyTree } from '../../core/agency-tree.ts'
import { allAgencies } from '../../store/agencies.ts'
import { claimNow, heldByText, takeClaim } from '../claim.ts'
import { Form } from '../pieces/form.tsx'
import type { Text, Visit } from '../visit.tsx'
import { ItemRow } from './item-row.tsx'
import { type Item, itemsOf } from './items.ts'
import { KeyHelp } from './key-help.tsx'
import { candidatesOf } from './settle.ts'
import { FlowForms, Summary } from './summary.tsx'
import { Tables } from './tables.tsx'
import { opened } from './values.tsx'
import { Viewer } from './viewer.tsx'

const words = {
  problems: { vi: 'Cần xem', en: 'To look at' },
  all: { vi: 'Tất cả mục', en: 'All values' },
  next: { vi: 'Hồ sơ tiếp', en: 'Next dossier' },
  release: { vi: 'Trả về hàng đợi', en: 'Put back' },
  fields: { vi: 'Các mục', en: 'Values' },
  notYet: {
    vi: 'Hồ sơ này chưa được lập bản ghi, hoặc đã đóng vì có tài liệu mật. Hãy chạy hoso run rồi mở lại.',
    en: 'This dossier has no record yet, or is closed because of a secret paper. Run hoso run, then open it again.',
  },
  register: {
    vi: 'Bản ghi và phát hiện của hồ sơ được tính lại ngay sau mỗi quyết định; việc tìm hồ sơ trùng được tính lại ở lần chạy sau.',
    en: 'Record and findings are computed again after each decision; who is whom at the next run.',
  },
} as const satisfies Record<string, Text>

interface Shown {
  readonly visit: Visit
  readonly dossier: ReviewedDossier
  readonly items: readonly Item[]
  readonly pages: readonly ShownPage[]
  readonly state: ReviewState
  readonly digest: string
  readonly holder: Text | undefined
  readonly agency: string
}

export async function showDossier(visit: Visit): Promise<Response> {
  const { dossier: id = '' } = visit.params
  const { database } = visit.desk.store
  await visit.desk.recompute.settled(id)
  const dossier = await opened(visit, id)
  const [standing, pages, agencies] = await Promise.all([
    reviewItem(database, id),
    shownPages(database, id),
    allAgencies(database),
  ])
  if (dossier === undefined || standing === undefined) return visit.wrong(404, words.notYet)
  const { agency } = dossier.draft
  const isWork = visit.seat.may('decide', agency) && standing.state !== 'approved'
  const claim = isWork ? await takeClaim(visit, id) : await claimNow(visit, id)
  const holder =
    claim === undefined || claim.account === visit.seat.account ? undefined : await heldByText(visit, claim)
  const shown: Shown = {
    visit,
    dossier,
    items: itemsOf(dossier),
    pages,
    ...standing,
    holder,
    agency: agencyTree(agencies).nameOf(agency),
  }
  return visit.page({ title: id, current: 'queue', wide: true, scripts: ['in-hand.js'] }, <Bench {...shown} />)
}

function Bench(shown: Shown) {
  const { visit, dossier, items, pages } = shown
  const showsAll = visit.query('all') === '1'
  const fields = items.filter(({ place, isProblem }) => place.kind === 'field' && (showsAll || isProblem))
  const first = items.find(({ isProblem, at }) => isProblem && at !== undefined)?.at?.pageId
  const id = dossier.draft.dossier
  return (
    <div class="bench" data-dossier={id}>
      <Viewer visit={visit} draft={dossier.draft} pages={pages} first={first} />
      <section class="work" aria-label={visit.say(words.fields)}>
        <Head {...shown} showsAll={showsAll} />
        <Summary visit={visit} dossier={dossier} />
        <ol class="items">
          {fields.map((item) => (
            <ItemRow visit={visit} dossier={id} item={item} candidates={candidatesOf(item)} />
          ))}
        </ol>
        <Tables visit={visit} dossier={dossier} items={items} showsAll={showsAll} />
        <p class="aside">{visit.say(words.register)}</p>
        <KeyHelp visit={visit} />
      </section>
    </div>
  )
}

function Head({ visit, dossier, state, digest, holder, agency, showsAll }: Shown & { readonly showsAll: boolean }) {
  const id = dossier.draft.dossier
  const path = `/dossiers/${encodeURIComponent(id)}`
  const { outcome } = dossier.draft.values.fullName
  const name = outcome.status === 'read' ? outcome.value : undefined
  return (
    <div class="head">
      <div class="heading">
        <h1>{id}</h1>
        <span class="who">{typeof name === 'string' ? name : ''}</span>
        <span class="aside">{agency}</span>
      </div>
      {holder === undefined ? null : (
        <p class="notice look" role="status">
          {visit.say(holder)}
        </p>
      )}
      <div class="actions">
        <nav class="tabs">
          <a href={path} aria-current={showsAll ? undefined : 'true'}>
            {visit.say(words.problems)}
          </a>
          <a href={`${path}?all=1`} aria-current={showsAll ? 'true' : undefined}>
            {visit.say(words.all)}
          </a>
        </nav>
        <FlowForms visit={visit} dossier={dossier} state={state} digest={digest} />
        <Form visit={visit} action={`${path}/release`} id="release">
          <button name="then" value="queue">
            {visit.say(words.release)}
          </button>
          <button name="then" value="next" data-key-global="Ctrl+ArrowRight" title="Ctrl+→">
            {visit.say(words.next)}
          </button>
        </Form>
      </div>
    </div>
  )
}
