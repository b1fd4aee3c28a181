// The keys of the review station and the lit rectangle. Every form works without this script; with it nothing is loaded anew.

const bench = document.querySelector('.bench')
const told = document.getElementById('told')
const all = (selector, within = document) => [...within.querySelectorAll(selector)]

/** Read out by screen readers, shown for a while. */
let silence
export function tell(text) {
  told.textContent = text
  clearTimeout(silence)
  silence = setTimeout(() => (told.textContent = ''), 8000)
}

/** Puts each piece of an answer in the place of the element with its id; tells which, and what was refused. */
export function putInPlace(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const refusal = parsed.querySelector('.refusal')?.textContent ?? ''
  const ids = all('body > [id]', parsed).map(({ id }) => id)
  for (const piece of all('body > [id]', parsed))
    document.getElementById(piece.id)?.replaceWith(document.adoptNode(piece))
  return { ids, refusal }
}

/** Posts a form without leaving the page. */
export async function post(action, data) {
  const body = new URLSearchParams([...data].filter(([, value]) => typeof value === 'string'))
  return fetch(action, { method: 'POST', body, headers: { 'x-piece': '1' }, redirect: 'follow' })
}

/** A key as it is written on buttons: Ctrl+Alt+Shift in this order, then the key. */
function nameOf(event) {
  const held = [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift'].filter(Boolean)
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  return [...held, event.altKey && digit !== undefined ? digit : event.key].join('+')
}

const items = () => all('.item')
const problems = () => items().filter((item) => item.dataset.problem === '1' && !item.classList.contains('sending'))
const inputOf = (item) => item?.querySelector('input[name=text]')
const currentItem = () => document.activeElement?.closest?.('.item') ?? document.querySelector('.item.current')
const isTyped = (input) => input.value !== input.dataset.shown

function goTo(item) {
  const input = inputOf(item)
  if (!input) return
  input.focus({ preventScroll: true })
  input.select()
  item.scrollIntoView({ block: 'nearest' })
}

function neighbour(step) {
  const list = items()
  goTo(list[list.indexOf(currentItem()) + step])
}

/** The next one that needs a person, from the top again after the last. */
function goOn(from) {
  const list = items()
  const at = list.indexOf(from)
  const next = [...list.slice(at + 1), ...list.slice(0, at)].find((item) => problems().includes(item))
  if (next !== undefined) return goTo(next)
  from.querySelector('input[name=text]')?.blur()
  document.querySelector('.flow button, #release button')?.focus()
}

// What is shown on the paper follows what is at hand.
function light(item) {
  for (const other of all('.item.current')) if (other !== item) other.classList.remove('current')
  item.classList.add('current')
  const picture = document.getElementById('page-picture')
  const lit = document.querySelector('.lit')
  if (picture === null || lit === null) return
  const { page, box } = item.dataset
  lit.hidden = page === undefined
  if (page === undefined) return
  showPage(page)
  const [left, top, width, height] = box.split(',').map(Number)
  const grow = 0.004
  lit.style.left = `${(left - grow) * 100}%`
  lit.style.top = `${(top - grow) * 100}%`
  lit.style.width = `${(width + 2 * grow) * 100}%`
  lit.style.height = `${(height + 2 * grow) * 100}%`
  const reveal = () => {
    const sheet = document.querySelector('.sheet')
    const { offsetWidth, offsetHeight } = picture
    sheet.scrollTo({
      left: (left + width / 2) * offsetWidth - sheet.clientWidth / 2,
      top: (top + height / 2) * offsetHeight - sheet.clientHeight / 2,
    })
  }
  if (picture.complete) reveal()
  else picture.addEventListener('load', reveal, { once: true })
}

function showPage(page) {
  const picture = document.getElementById('page-picture')
  const choice = document.getElementById('page-choice')
  const source = `/pages/${encodeURIComponent(page)}/image`
  if (picture.getAttribute('src') === source) return
  picture.src = source
  choice.value = page
  picture.alt = `${picture.dataset.alt} ${choice.selectedOptions[0]?.dataset.number ?? ''}`
}

let zoom = 1
function zoomBy(step) {
  zoom = step === 0 ? 1 : Math.min(4, Math.max(0.5, zoom * (step > 0 ? 1.25 : 0.8)))
  document.querySelector('.paper').style.width = `${zoom * 100}%`
  const item = currentItem()
  if (item !== null) light(item)
}

/** One after the other: the second key must not overtake the first. */
let line = Promise.resolve()
function send(item, action, data) {
  item.classList.add('sending')
  line = line.then(async () => {
    const response = await post(action, data).catch(() => undefined)
    const fresh = () => document.getElementById(item.id)
    if (response === undefined) {
      item.classList.remove('sending')
      return tell(
        document.documentElement.lang === 'vi'
          ? 'Không tới được trạm. Việc này chưa được ghi; hãy thử lại.'
          : 'The station does not answer. This was not kept; try again.',
      )
    }
    if (response.headers.has('x-reload')) return location.reload()
    const { refusal } = putInPlace(await response.text())
    fresh()?.classList.remove('sending')
    if (response.ok) return freshenSoon()
    tell(refusal)
    // Whoever has begun to type elsewhere is not pulled away: what was refused stays a problem and comes again.
    const hand = inputOf(currentItem())
    return hand && isTyped(hand) ? undefined : goTo(fresh())
  })
  return line
}

/** When the keys rest: what followed from the decisions, on other values and on the whole. What is being typed stays. */
let rest
let isStale = false
function freshenSoon() {
  isStale = true
  clearTimeout(rest)
  rest = setTimeout(() => (line = line.then(freshen)), 1200)
}

async function freshen() {
  isStale = false
  const form = document.querySelector('.item form')
  if (form === null) return
  const idle = items().filter((item) => item !== currentItem() || !isTyped(inputOf(item)))
  const data = new FormData()
  data.set('csrf', form.elements.csrf.value)
  for (const item of idle) data.set(item.id, item.dataset.version)
  const response = await post(`/dossiers/${encodeURIComponent(bench.dataset.dossier)}/fresh`, data).catch(
    () => undefined,
  )
  if (response?.ok !== true) return
  const hand = currentItem()?.id
  const { ids } = putInPlace(await response.text())
  if (ids.includes(hand)) goTo(document.getElementById(hand))
}

function press(item, button) {
  const form = button.form
  const data = new FormData(form)
  data.set(button.name, button.value)
  const action = button.getAttribute('formaction') ?? form.getAttribute('action')
  const isUndo = action.endsWith('/undo')
  send(item, action, data)
  if (!isUndo && !action.endsWith('/rescan')) goOn(item)
}

/** What is submitted is what everything decided so far has made of the dossier. */
function submitLater(event) {
  event.preventDefault()
  const { value } = event.submitter
  clearTimeout(rest)
  line = line.then(freshen).then(() => document.querySelector(`#flow button[value="${value}"]`)?.click())
}

async function undoLast() {
  const item = currentItem() ?? items()[0]
  const form = item?.querySelector('form')
  if (form === null || form === undefined) return
  const data = new FormData()
  data.set('csrf', form.elements.csrf.value)
  const response = await post(`/dossiers/${encodeURIComponent(bench.dataset.dossier)}/undo`, data)
  if (response.headers.has('x-reload')) return location.reload()
  const { ids, refusal } = putInPlace(await response.text())
  if (response.ok) goTo(ids.map((id) => document.getElementById(id)).find((each) => each?.classList.contains('item')))
  else tell(refusal)
}

function onKey(event) {
  // While an input method composes, every key is its own.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  const key = nameOf(event)
  const everywhere = document.querySelector(`[data-key-global="${CSS.escape(key)}"]`)
  if (everywhere !== null) return (event.preventDefault(), everywhere.click())
  const item = event.target.closest?.('.item')
  if (item === null || item === undefined) return
  const act = actions[key]
  const button = item.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (button !== null) return (event.preventDefault(), press(item, button))
  if (act !== undefined && act(item, inputOf(item), event.target) !== false) event.preventDefault()
}

const actions = {
  Enter: (item, input, target) => (target === input ? press(item, item.querySelector('.confirm')) : false),
  ArrowDown: () => neighbour(1),
  ArrowUp: () => neighbour(-1),
  F1: (item) => all('details', item).forEach((each) => (each.open = !each.open)),
  F2: (_, input) => input.select(),
  Escape: (_, input) => (input.value = input.dataset.shown),
  'Ctrl+z': (_, input) => (isTyped(input) ? false : void undoLast()),
}

function startBench() {
  document.addEventListener('keydown', onKey)
  document.addEventListener('focusin', ({ target }) => {
    const item = target.closest?.('.item')
    if (item) light(item)
  })
  bench.addEventListener('submit', (event) => {
    if (event.target.closest('#flow') !== null && (isStale || document.querySelector('.sending') !== null))
      return submitLater(event)
    const item = event.target.closest('.item')
    if (item === null || event.submitter === null) return
    event.preventDefault()
    press(item, event.submitter)
  })
  document.getElementById('page-choice')?.addEventListener('change', ({ target }) => {
    document.querySelector('.lit').hidden = true
    showPage(target.value)
  })
  for (const button of all('[data-zoom]')) button.addEventListener('click', () => zoomBy(Number(button.dataset.zoom)))
  const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  goTo(wanted?.classList.contains('item') ? wanted : (problems()[0] ?? items()[0]))
}

if (bench !== null) startBench()
// Filters act as soon as they are chosen.
for (const select of all('.filters select')) select.addEventListener('change', () => select.form.requestSubmit())
