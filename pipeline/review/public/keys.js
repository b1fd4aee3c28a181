// Buttons and links that name a key are pressed by it; while an input method composes, every key is its own.
document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]
  const key = event.altKey ? `Alt+${digit ?? event.key}` : event.key
  const wanted = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (wanted === null) return
  event.preventDefault()
  wanted.click()
})
