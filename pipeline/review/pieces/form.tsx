// A form that changes something: posted, with the token that proves the page was ours.
import type { Child } from 'hono/jsx'
import type { Visit } from '../visit.tsx'

interface FormProps {
  readonly visit: Visit
  readonly action: string
  readonly class?: string
  readonly id?: string
  /** With files in it. */
  readonly upload?: boolean
  readonly label?: string
  readonly children?: Child
}

export function Form({ visit, action, class: className, id, upload, label, children }: FormProps) {
  return (
    <form
      method="post"
      action={action}
      class={className}
      id={id}
      aria-label={label}
      enctype={upload === true ? 'multipart/form-data' : undefined}
    >
      {visit.guest === undefined ? null : <input type="hidden" name="csrf" value={visit.guest.csrf} />}
      {children}
    </form>
  )
}
