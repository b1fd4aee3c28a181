// The pages of the dossier, paper by paper: one is shown large, with the rectangle of the value at hand lit on it.
import type { PersonDraft } from '../../../schemas/index.ts'
import type { ShownPage } from '../../store/review-dossier.ts'
import { formName } from '../pieces/names.ts'
import type { Text, Visit } from '../visit.tsx'

const words = {
  papers: { vi: 'Giấy tờ và trang', en: 'Papers and pages' },
  others: { vi: 'Trang chưa rõ loại', en: 'Pages of no known form' },
  page: { vi: 'Trang', en: 'Page' },
  larger: { vi: 'Phóng to', en: 'Zoom in' },
  smaller: { vi: 'Thu nhỏ', en: 'Zoom out' },
  whole: { vi: 'Vừa khung', en: 'Fit' },
  picture: { vi: 'Ảnh trang', en: 'Picture of page' },
  none: { vi: 'Hồ sơ này chưa có ảnh trang nào.', en: 'There is no picture of a page yet.' },
} as const satisfies Record<string, Text>

interface ViewerProps {
  readonly visit: Visit
  readonly draft: PersonDraft
  readonly pages: readonly ShownPage[]
  readonly first: string | undefined
}

export function Viewer({ visit, draft, pages, first }: ViewerProps) {
  const shown =
    pages.find(({ pageId, hasImage }) => hasImage && pageId === first) ?? pages.find(({ hasImage }) => hasImage)
  if (shown === undefined) return <p class="notice">{visit.say(words.none)}</p>
  return (
    <section class="viewer" aria-label={visit.say(words.papers)}>
      <div class="viewer-bar">
        <PageChoice visit={visit} draft={draft} pages={pages} shown={shown} />
        <Zoom visit={visit} />
      </div>
      <div class="sheet" tabindex={0} role="region" aria-label={visit.say(words.picture)}>
        <div class="paper">
          <img
            id="page-picture"
            src={`/pages/${encodeURIComponent(shown.pageId)}/image`}
            alt={`${visit.say(words.picture)} ${shown.number}`}
            data-alt={visit.say(words.picture)}
          />
          <div class="lit" hidden></div>
        </div>
      </div>
    </section>
  )
}

function Zoom({ visit }: { readonly visit: Visit }) {
  return (
    <span class="zoom">
      <button
        type="button"
        data-zoom="-1"
        data-key-global="Ctrl+ArrowDown"
        title={`${visit.say(words.smaller)} (Ctrl ↓)`}
      >
        −
      </button>
      <button type="button" data-zoom="0" title={visit.say(words.whole)}>
        {visit.say(words.whole)}
      </button>
      <button type="button" data-zoom="1" data-key-global="Ctrl+ArrowUp" title={`${visit.say(words.larger)} (Ctrl ↑)`}>
        +
      </button>
    </span>
  )
}

function PageChoice({ visit, draft, pages, shown }: Omit<ViewerProps, 'first'> & { readonly shown: ShownPage }) {
  const forms = visit.desk.run.tools.forms
  const known = new Set(draft.documents.flatMap((document) => document.pages))
  const papers = [
    ...draft.documents.map((document) => ({
      name: formName(forms, document.form, visit.lang),
      pages: pages.filter(({ pageId }) => document.pages.includes(pageId)),
    })),
    { name: visit.say(words.others), pages: pages.filter(({ pageId }) => !known.has(pageId)) },
  ].filter((paper) => paper.pages.length > 0)
  return (
    <select id="page-choice" aria-label={visit.say(words.papers)}>
      {papers.map((paper) => (
        <optgroup label={paper.name}>
          {paper.pages.map(({ pageId, number, hasImage }) => (
            <option value={pageId} selected={pageId === shown.pageId} disabled={!hasImage} data-number={number}>
              {`${visit.say(words.page)} ${number} · ${paper.name}`}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
