// What a posted form brings, read once. Anything else than a form of bounded size is no form.
import type { FormFields } from './visit.tsx'

/** A workbook of corrections is the largest thing posted here. */
const LARGEST_BYTES = 20 * 2 ** 20

export const noForm: FormFields = { get: () => undefined, all: () => [], file: () => undefined }

export async function formOf(request: Request): Promise<FormFields> {
  const type = request.headers.get('content-type') ?? ''
  const isForm = type.startsWith('application/x-www-form-urlencoded') || type.startsWith('multipart/form-data')
  if (!isForm || Number(request.headers.get('content-length') ?? 0) > LARGEST_BYTES) return noForm
  const data = await request.formData().catch(() => undefined)
  if (data === undefined) return noForm
  const text = (value: unknown) => (typeof value === 'string' ? [value.normalize('NFC')] : [])
  return {
    get: (name) => text(data.get(name))[0],
    all: (name) => data.getAll(name).flatMap(text),
    file: (name) => {
      const value = data.get(name)
      return value instanceof File && value.size > 0 ? value : undefined
    },
  }
}
