import iconv from 'iconv-lite'
let out='';for(const [a,b] of [[0xc6a1,0xc8fe],[0xf9d6,0xf9dc]]){for(let l=a>>8;l<=b>>8;l++)for(let t=0x40;t<0xff;t++){const p=l<<8|t;if(p<a||p>b||(t>0x7e&&t<0xa1))continue;const c=iconv.decode(Buffer.from([l,t]),'big5');out+=c.length===1&&c!=='\ufffd'&&!(c>='\ue000'&&c<='\uf8ff')?c:'\u0000'}}
console.log(JSON.stringify(out).replace(/\\u0000/g,'.'),out.length)
for(const p of [0xa6d9,0xa6df,0xa6ec,0xa6f3,0xfe59,0xfe61,0xfe66,0xfe67,0xfe6d,0xfe7e,0xfe90,0xfea0,0xa2e3,0xa8bf])console.log(p.toString(16),iconv.decode(Buffer.from([p>>8,p&255]),'gbk').charCodeAt(0).toString(16),new TextDecoder('gb18030').decode(Buffer.from([p>>8,p&255])).charCodeAt(0).toString(16),new TextDecoder('gbk').decode(Buffer.from([p>>8,p&255])).charCodeAt(0).toString(16))
