import {sentences} from '/work/wt-mojibake/tests/eval/encodings/sentences.ts'
import {createCleaner} from '/work/wt-mojibake/src/index.ts'
import {fix_encoding,fix_text} from 'ftfy-js'
const c=createCleaner({stages:['decode']})
let n=0,any=0,moji=0,fe=0,ft=0
for(const half of ['developing'] as const) for(const [l,ss] of sentences(half)) for(const x of ss){n++;const r=c(x,{path:'a.txt'}).report;if(r.text!==x)any++;const m=r.findings.filter((f:any)=>f.rule==='decode/mojibake'&&f.state==='applied');if(m.length){moji++;console.log(l,m.map((f:any)=>f.actual+'→'+f.expected[0]+' '+(f.note??'')).join(' | ').slice(0,160))}; if(fix_encoding(x)!==x)fe++; if(fix_text(x)!==x)ft++}
console.log({n,any,moji,fe,ft})
