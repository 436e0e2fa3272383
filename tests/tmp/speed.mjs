import {sentences} from '/tmp/sent.mjs'
import iconv from 'iconv-lite'
const [,,which]=process.argv
const base=which==='old'?'/work/wt-mojibake/node_modules/.olddist':'/work/wt-mojibake/dist'
const {mojibake}=await import(base+'/stages/decode/mojibake.js')
const {characterFaults}=await import(base+'/stages/decode/characters.js')
const {Draft}=await import(base+'/draft/index.js')
const s=sentences()
const big=a=>{let t='';while(t.length<1e6)t+=a.join('\n')+'\n';return t.slice(0,1e6)}
const td=(e,b)=>new TextDecoder(e).decode(b)
const T={en:big(s.en),zh:big(s.zh),ja:big(s.ja),ko:big(s.ko),fr:big(s.fr),vi:big(s.vi),ru:big(s.ru),
 'zh gbk latin1':big(s.zh.map(x=>iconv.encode(x,'gbk').toString('latin1'))),'ko as gbk':big(s.ko.map(x=>td('gb18030',iconv.encode(x,'euc-kr')))),'utf8 latin1 fr':big(s.fr.map(x=>Buffer.from(x).toString('latin1'))),
 'Ã line':'Ã'.repeat(1e6),'random latin1 line':Array.from({length:1e6},(_,i)=>String.fromCharCode(0x80+((i*2654435761>>>8)%128))).join(''),'random pua/cjk line':Array.from({length:1e6},(_,i)=>String.fromCharCode(0x4e00+((i*2654435761>>>8)%20000))).join('')}
for(const [n,t] of Object.entries(T)){ let best=1e9; for(let k=0;k<3;k++){const c=process.cpuUsage();const d=new Draft(t,{parse:()=>{throw 1}});let n=0;for(const p of mojibake(d))n++;const e=process.cpuUsage(c);best=Math.min(best,(e.user+e.system)/1e6)} console.log(which,n,(t.length/1e6/best).toFixed(1),'Mchar/s') }
