// The scans that runs are killed over: few pages, yet every kind of end: read, blank, unreadable, closed, and one person twice.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stampedPage } from '../secret-page.ts'

const samples = join(import.meta.dirname, '..', 'scans')

export async function deliverFewScans(folder: string): Promise<void> {
  const page = (name: string) => join(samples, '005-blank-page', name)
  for (const dossier of ['A', 'B', 'M']) await mkdir(join(folder, dossier), { recursive: true })
  await copyFile(page('001.jpg'), join(folder, 'A', '1.jpg'))
  await copyFile(page('005.jpg'), join(folder, 'A', '2.jpg'))
  await copyFile(page('001.jpg'), join(folder, 'B', '1.jpg'))
  await copyFile(page('003.jpg'), join(folder, 'B', '2.jpg'))
  await copyFile(join(samples, '011-broken.pdf'), join(folder, 'C.pdf'))
  await copyFile(page('002.jpg'), join(folder, 'M', '1.jpg'))
  await writeFile(join(folder, 'M', '2.pdf'), await stampedPage(await readFile(page('004.jpg')), 'TỐI MẬT'))
}
