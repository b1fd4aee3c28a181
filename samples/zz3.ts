import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { rasterise, } from './scan.ts'
const [, , file, out, dpi='100', password] = process.argv
const pages = await rasterise(readFileSync(file!), () => Number(dpi))
for (const [i, p] of pages.entries()) await sharp(p.data, {raw:{width:p.width,height:p.height,channels:3}}).png().toFile(`${out}-${i+1}.png`)
