import {sentences} from '/work/wt-mojibake/tests/eval/encodings/sentences.ts'
import {bestHypothesis} from '/work/wt-mojibake/src/stages/decode/misread.ts'
import iconv from 'iconv-lite'
import * as OpenCC from 'opencc-js'
const s=sentences('developing')
let n=0,susp=0
const t0=process.cpuUsage()
const fps:string[]=[]
for(const [l,ss] of s) for(const x of ss){n++; {const h=bestHypothesis(x); if(h) fps.push(l+' '+h.readAs+'→'+h.truth+' '+h.evidence+' '+h.rereadings.map(y=>x.slice(y.start,y.end)+'→'+y.text+' '+y.evidence+'/'+y.gain).join(' | '))}}
const c=process.cpuUsage(t0);console.log('clean',n,'suspicious',susp,'changed',fps.length,'cpu ms',(c.user+c.system)/1000);console.log(fps.slice(0,30).join('\n'))
const apply=(x:string)=>{const h=bestHypothesis(x);if(!h)return x;let o='',at=0;for(const y of h.rereadings){if(y.isLossy)continue;o+=x.slice(at,y.start)+y.text;at=y.end}return o+x.slice(at)}
const s2t=OpenCC.Converter({from:'cn',to:'tw'})
const zh=s.get('zh')!,ja=s.get('ja')!,ko=s.get('ko')!
const hant=zh.map(x=>s2t(x))
const TR:[string,string,readonly string[]][]=[['hans','gb18030',zh],['hant','gb18030',hant],['hant','big5',hant],['ja','shift_jis',ja],['ko','euc-kr',ko],['ja','euc-jp',ja],['zh','utf-8',zh]]
const latin1=(b:Buffer)=>b.toString('latin1')
const RD:Record<string,(b:Buffer)=>string>={latin1,'cp1252':b=>latin1(b).replace(/[\x80-\x9f]/g,c=>iconv.decode(Buffer.from([c.charCodeAt(0)]),'win1252').replace('\ufffd',c))}
for(const e of ['gb18030','big5','shift_jis','euc-kr','euc-jp']) RD[e]=b=>new TextDecoder(e).decode(b)
const only=process.argv[2]
for(const [name,enc,ss] of TR) for(const rd in RD){ if(rd===enc||enc==='utf-8'&&rd.match(/lat|125/))continue
 let less=0,ok=0,lossy=0,lossyChanged=0,rep=0;const bad:string[]=[]
 for(const x of ss){const b=iconv.encode(x,enc as any); if(iconv.decode(b,enc as any)!==x)continue; const bytes=Buffer.from(b); let m=RD[rd]!(bytes); 
  if(m===x) continue
  if(m.includes("\ufffd")||(!/lat|125/.test(rd)&&!iconv.encode(iconv.decode(b,rd as any),rd as any).equals(b))){lossy++; const h=bestHypothesis(m); if(h?.rereadings.some(y=>y.isLossy))rep++; if(h?.rereadings.some(y=>!y.isLossy&&!x.includes(y.text)))lossyChanged++; continue}
  less++; const y=apply(m); if(y===x)ok++; else bad.push(x.slice(0,60)+'\n     '+m.slice(0,60)+'\n     '+y.slice(0,60))}
 console.log(name,enc,'read as',rd,'lossless',less,'ok',less?(ok/less).toFixed(4):'-','lossy',lossy,'reported',rep,'falsely changed',lossyChanged)
 if(only===`${enc}:${rd}`||(only==='all'))console.log(bad.slice(0,8).join('\n'))
}
