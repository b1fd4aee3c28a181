import { writeFileSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { drawForm } from './draw/form-2c.ts'
import { layouts } from './draw/layouts.ts'
import { inventLife } from './invent/life.ts'
import { declarationMonth, declare } from './invent/declare.ts'
import { seeded } from './random.ts'
const [name='official', seed='1'] = process.argv.slice(2)
const life = inventLife(seed)
const facts = declare(life, declarationMonth(life, seeded(seed)), seed)
console.log(JSON.stringify(facts, null, 1).slice(0, 3500))
const layout = Object.values(layouts).find(l=>l.name===name)!
const sheet = await drawForm(facts, layout, { signedAt: 'Yên Sơn' })
console.log(sheet.pages.length, sheet.pages[0]!.text.join('\n'))
const bytes = await sheet.pdf.save()
const lib = await PDFiumLibrary.init()
const doc = await lib.loadDocument(bytes)
let i = 0
for (const page of doc.pages()) {
  const r = await page.render({ scale: 110/72, render: 'bitmap' })
  const c = r.data.length / (r.width*r.height)
  await sharp(r.data, { raw: { width: r.width, height: r.height, channels: 4 } }).removeAlpha().png().toFile(`/tmp/zz-${name}-${++i}.png`)
}
doc.destroy(); lib.destroy()
