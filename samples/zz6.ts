import sharp from 'sharp'
const comp=[]; let x=0
for (const p of [0,3]) { const r=await sharp('samples/scans/012-one-bit.tif',{page:p}).toColourspace('srgb').resize({height:1100}).png().toBuffer({resolveWithObject:true}); comp.push({input:r.data,left:x,top:0}); x+=r.info.width+6}
await sharp({create:{width:x,height:1100,channels:3,background:'#668'}}).composite(comp).png().toFile('/tmp/v-012.png')
console.log(await sharp('samples/scans/012-one-bit.tif').metadata())
