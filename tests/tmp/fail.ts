import {families} from '/work/wt-mojibake/tests/eval/encodings/families.ts'
import {ours} from '/work/wt-mojibake/tests/eval/encodings/measure.ts'
import {createCleaner} from '/work/wt-mojibake/src/index.ts'
const c=createCleaner({stages:['decode']})
const F=families('reporting')
for(const n of process.argv.slice(2)){const f=F.find(x=>x.name===n)!;console.log('=='+n);for(const {source,text} of f.lossless.filter(x=>ours(x.text)!==x.source).slice(0,5)){console.log(source.slice(0,70)+'\n   '+JSON.stringify(text.slice(0,70))+'\n   '+ours(text).slice(0,90))
 console.log('    ',c(text,{path:'a.txt'}).report.findings.map((f:any)=>`${f.rule} ${f.state} ${f.note??''}`).slice(0,4).join('; '))}
 for(const {source,text} of f.lossy){const b=c(text,{path:'a.txt'}).report.findings.filter((f:any)=>f.rule==='decode/mojibake'&&f.state==='applied'&&!source.includes(f.expected[0]));if(b.length){console.log('FALSE',source.slice(0,60),'|',b.map((f:any)=>f.actual+'→'+f.expected[0]+' '+f.note).slice(0,3).join(' ; '));break}}}
