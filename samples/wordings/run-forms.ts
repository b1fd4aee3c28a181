// Draws forms as scans, runs the real program over them and scores every record.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { OutRecord } from '../../schemas/index.ts'
import type { Profile } from '../damage.ts'
import { ask } from '../program.ts'
import { drawForms } from './scanned-forms.ts'
import { type FormScore, formScore } from './score-form.ts'

export interface FormsWanted {
  readonly forms: readonly string[]
  readonly seed: string
  readonly profile: Profile
  readonly workspace?: string | undefined
}

export async function runForms({ forms, seed, profile, workspace }: FormsWanted): Promise<FormScore[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hoso-forms-'))
  const scans = join(folder, 'scans')
  const place = ['--workspace', workspace ?? join(folder, 'workspace')]
  try {
    await mkdir(scans)
    const drawn = await drawForms(scans, forms, seed, profile)
    await ask(['run', scans, ...place], [0, 1])
    const records = z.array(OutRecord).parse(JSON.parse(await ask(['records', '--json', ...place])))
    return drawn.map((form) =>
      formScore(
        form,
        records.find(({ dossier }) => dossier === form.form),
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
