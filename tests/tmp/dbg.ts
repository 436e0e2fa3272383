import {encode,readAgain} from '/work/wt-mojibake/src/stages/decode/rereading.ts'
import {sentences} from '/work/wt-mojibake/tests/eval/encodings/sentences.ts'
for(const [t,r,tr] of [['寇力瞒 炼缴!..','gb18030','euc-kr'],['付力胶萍 125.','gb18030','euc-kr'],['呈公 滴妨况夸.','gb18030','euc-kr'],['涝仿: 2007斥 06岿 22老 23:05:12','gb18030','euc-kr'],['また、カメレオンも戮の瓢湿に咯べられる。','gb18030','euc-jp'],['室韻 5-3 照至因','euc-jp','euc-kr']] as any) console.log(t,[...readAgain(t,encode(t,r),tr)].map(y=>`${y.text} ${y.evidence}/${y.gain}/${y.witnesses}`).join(' | '))
// clean margins: best per-run candidate
const S=['gb18030','big5','shift_jis','euc-kr','euc-jp'] as const
const best:any[]=[]
for(const [l,ss] of sentences('developing')) for(const x of ss){ if(!/[^\0-\x7f]/.test(x))continue; let b:any={e:-1e9}
 for(const r of [...S,'windows-1252'] as const){ if(['ru','uk','bg','be','el','sr','ar','fa','ur','he','hi','mr','bn','gu','pa','ta','te','th','ka','hy'].includes(l)&&r!=='windows-1252')continue; const en=encode(x,r); for(const t of [...S,'utf-8'] as const){ if(t===r||(t==='utf-8'&&r==='windows-1252'))continue; const all=[...readAgain(x,en,t)].filter(y=>!y.isLossy&&y.evidence>=20); const e=all.reduce((s,y)=>s+y.evidence,0), g=all.reduce((s,y)=>s+y.gain,0); if(all.some(y=>y.witnesses>=2&&y.gain>=0) && e>b.e) b={e,g,l,r,t,x:all.map(y=>x.slice(y.start,y.end)+'→'+y.text+' '+y.evidence+'/'+y.gain).join(' | ')} } }
 if(b.e>40) best.push(b)}
best.sort((a,b)=>b.e-a.e); console.log(best.length); for(const b of best.slice(0,40)) console.log(b.e,b.g,b.l,b.r,b.t,b.x.slice(0,150))
