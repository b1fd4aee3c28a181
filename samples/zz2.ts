import sharp from 'sharp'
const [, , out, ...files] = process.argv
const imgs = await Promise.all(files.map(f => sharp(f).resize({height:1150}).toBuffer({resolveWithObject:true})))
let x=0; const comp = imgs.map(i=>{const c={input:i.data,left:x,top:0}; x+=i.info.width+6; return c})
await sharp({create:{width:x,height:1150,channels:3,background:'#888'}}).composite(comp).png().toFile(out!)
