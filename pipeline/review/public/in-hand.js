// Tells the server now and then that somebody works on the dossier.
import { post, tell } from './review.js'

/** Somebody who has left the desk does not keep the dossier. */
function keepInHand() {
  const form = document.getElementById('release')
  if (form === null) return
  let touched = Date.now()
  document.addEventListener('keydown', () => (touched = Date.now()))
  document.addEventListener('pointerdown', () => (touched = Date.now()))
  const every = 120_000
  setInterval(async () => {
    if (Date.now() - touched > 2 * every) return
    const response = await post(form.getAttribute('action').replace(/release$/, 'claim'), new FormData(form)).catch(
      () => undefined,
    )
    const answer = response?.ok ? await response.json() : undefined
    if (answer?.isOwn === false) tell(answer.told)
  }, every)
}

keepInHand()
