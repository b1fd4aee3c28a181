// The group view by keyboard: Enter keeps a value and goes on to the next, arrows go on without keeping. Without this script
// the forms work as forms do.
const forms = [...document.querySelectorAll('.shown form')]
const boxOf = (form) => form?.querySelector('input[name=text]')

function goTo(form) {
  const box = boxOf(form)
  if (!box) return
  box.focus()
  box.select()
  form.scrollIntoView({ block: 'center' })
}

/** The next that is not done; else the first that is not. */
function nextOf(form) {
  const later = forms.slice(forms.indexOf(form) + 1)
  return [...later, ...forms].find((each) => !each.classList.contains('done'))
}

async function keep(form, submitter) {
  const told = form.querySelector('output')
  const data = new FormData(form, submitter)
  form.classList.add('waiting')
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(data),
      headers: { 'x-piece': '1' },
    })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    told.textContent = page.body.textContent.trim()
    form.classList.toggle('done', response.ok)
    form.classList.toggle('refused', !response.ok)
    if (response.ok) {
      document.getElementById('told').textContent = told.textContent
      goTo(nextOf(form))
    }
  } catch {
    told.textContent =
      document.documentElement.lang === 'vi'
        ? 'Chưa ghi được: mất kết nối với trạm. Hãy thử lại.'
        : 'Not kept: the station does not answer. Try again.'
    form.classList.add('refused')
  } finally {
    form.classList.remove('waiting')
  }
}

for (const form of forms) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!form.classList.contains('waiting')) void keep(form, event.submitter)
  })
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const key = event.altKey ? `Alt+${event.code.replace('Digit', '')}` : event.key
    const button = form.querySelector(`[data-here="${CSS.escape(key)}"]`)
    if (button) {
      event.preventDefault()
      button.click()
    } else if (event.target === boxOf(form) && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault()
      goTo(forms[forms.indexOf(form) + (key === 'ArrowDown' ? 1 : -1)])
    }
  })
}
goTo(forms[0])
