import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { rasterise } from './scan.ts'
const [, , file, out, from='1', to='3', h='1100'] = process.argv
const pages = (await rasterise(readFileSync(file!), () => 110)).slice(Number(from)-1, Number(to))
let x=0; const comp=[]
for (const p of pages) { const r = await sharp(p.data,{raw:{width:p.width,height:p.height,channels:3}}).resize({height:Number(h)}).png().toBuffer({resolveWithObject:true}); comp.push({input:r.data,left:x,top:0}); x+=r.info.width+6 }
await sharp({create:{width:x,height:Number(h),channels:3,background:'#668'}}).composite(comp).png().toFile(out!)
