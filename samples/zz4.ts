import sharp from 'sharp'
const w=200,h=100
const d=Buffer.alloc(w*h,255); for(let y=30;y<50;y++) d.fill(0,y*w+20,y*w+70)
const b = await sharp(d,{raw:{width:w,height:h,channels:1}}).toColourspace('b-w').tiff({compression:'ccittfax4', bitdepth:1, xres: 200/25.4, yres: 200/25.4 }).toBuffer()
console.log(b.length, b.toString('hex').slice(0,1200))
console.log(await sharp(b).metadata())
