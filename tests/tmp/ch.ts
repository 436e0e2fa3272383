import {sentences} from '/work/wt-mojibake/tests/eval/encodings/sentences.ts'
import {analyse} from 'chardet'
import iconv from 'iconv-lite'
const s=sentences('developing')
for(const [l,e] of [['ru','win1251'],['ru','koi8-r'],['fr','win1252'],['is','win1252'],['cs','win1250'],['pl','win1250'],['hu','win1250'],['tr','win1254'],['he','win1255'],['el','win1253'],['ja','shift_jis'],['ko','euc-kr'],['zh','gbk']]){const m=new Map();let c=0;for(const x of s.get(l)!){const b=iconv.encode(x,e);if(iconv.decode(b,e)!==x||!/[^\0-\x7f]/.test(x))continue;const a=analyse(b)[0];m.set(a?.name,(m.get(a?.name)??0)+1);c+=a?.confidence??0}console.log(l,e,[...m].map(x=>x.join(' ')).join(', '))}
