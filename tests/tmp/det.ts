import {sentences} from '/work/wt-mojibake/tests/eval/encodings/sentences.ts'
import {decodeBytes} from '/work/wt-mojibake/src/stages/decode/bytes.ts'
import iconv from 'iconv-lite'
import {detect} from 'chardet'
import * as OpenCC from 'opencc-js'
const s2t=OpenCC.Converter({from:'cn',to:'tw'})
const s=sentences('developing'); const zh=s.get('zh')!
const eng=s.get('en')!; const hz=[...zh.join('')].filter(c=>/[\u4e00-\u9fff]/.test(c))
const mix=eng.map((e,i)=>e.replace(/ /,' '+hz.slice(i*4,i*4+4).join('')+' '))
const en4=eng.map((e,i)=>{const w=e.split(' ');const k=Math.min(w.length,1+i%5);w.splice(k,0,hz.slice(i*4,i*4+4).join(''));return w.join(' ')})
const T:[string,string,readonly string[]][]=[['hans GBK','gbk',zh],['hans GB18030','gb18030',zh],['hant GBK','gbk',zh.map(x=>s2t(x))],['hant Big5','big5',zh.map(x=>s2t(x))],['zh utf8','utf8',zh],['ja sjis','shift_jis',s.get('ja')!],['ja eucjp','euc-jp',s.get('ja')!],['ko','euc-kr',s.get('ko')!],['ru1251','win1251',s.get('ru')!],['ru koi8','koi8-r',s.get('ru')!],['ru 866','cp866',s.get('ru')!],['bg1251','win1251',s.get('bg')!],['fr1252','win1252',s.get('fr')!],['de1252','win1252',s.get('de')!],['is1252','win1252',s.get('is')!],['es1252','win1252',s.get('es')!],['pl1250','win1250',s.get('pl')!],['cs1250','win1250',s.get('cs')!],['hu1250','win1250',s.get('hu')!],['tr1254','win1254',s.get('tr')!],['el1253','win1253',s.get('el')!],['he1255','win1255',s.get('he')!],['ar1256','win1256',s.get('ar')!],['th874','win874',s.get('th')!],['en4 utf8','utf8',en4],['en4 gbk','gbk',en4],['en4 big5','big5',en4.map(x=>s2t(x))]]
const same=(a:string,b:string)=>a===b
for(const k of [1,4]) for(const [n,enc,all] of T){let tot=0,ours=0,peer=0;const bad:string[]=[]
 for(let i=0;i+k<=all.length;i+=k){const x=all.slice(i,i+k).join(' ');const b=iconv.encode(x,enc);if(iconv.decode(b,enc)!==x|| !/[^\0-\x7f]/.test(x) || /[ÂÃâ][\x80-\xff]/.test(x))continue;tot++
 const d=decodeBytes(b); if(same(d.text,x))ours++;else bad.push(d.encoding+' '+d.evidence+' '+x.slice(0,70)+' → '+d.text.slice(0,50)); let p='';try{p=iconv.decode(b,detect(b)??'utf8')}catch{} if(same(p,x))peer++}
 console.log(k,n,tot,'ours',(100*ours/tot).toFixed(1),'chardet',(100*peer/tot).toFixed(1)); if(process.argv[2]===n)console.log(bad.slice(0,12).join('\n'))}
