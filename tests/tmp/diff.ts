import iconv from 'iconv-lite'
import {characterSet} from '/work/wt-mojibake/src/stages/decode/character-sets.ts'
for(const [r,i] of [['gb18030','gbk'],['big5','big5'],['shift_jis','shift_jis'],['euc-kr','euc-kr'],['euc-jp','euc-jp']] as any){const set=characterSet(r);const m=new Map();let ex:string[]=[];let tdonly=0
for(let l=0x81;l<0xff;l++)for(let t=0x40;t<0xff;t++){if(t===0x7f)continue;const p=l<<8|t;const c=iconv.decode(Buffer.from([l,t]),i);const ours=set.ofPair[p];if([...c].length===1&&c!=='\ufffd'){ if(c.length===1){const back=set.bytesOf[c.charCodeAt(0)]; if(back!==p){const k=(ours?(ours>=0xe000&&ours<0xf900?'pua':'other'):'none')+'/'+(back?'elsewhere':'unknown');m.set(k,(m.get(k)??0)+1);if(ex.length<400)ex.push(p.toString(16)+c+(ours?String.fromCharCode(ours):'-'))}}else m.set('astral',(m.get('astral')??0)+1)}else if(ours)tdonly++}
console.log(r,[...m],'td only',tdonly,ex.filter((_,i)=>i%Math.ceil(ex.length/40)===0).join(' '))}
for(const [s,r,rd] of [['日本語の文章です、今日は天気がいい。','shift_jis','euc-kr']] as any){const b=iconv.encode(s,r);console.log(iconv.decode(b,rd),new TextDecoder(rd).decode(b))}
const b=Buffer.from("It’s don’t “Hi” we’re",'utf8');console.log(iconv.decode(b,'gbk'),new TextDecoder('gb18030').decode(b))
