import {sentences} from '/tmp/sent.mjs'
import iconv from 'iconv-lite'
const {mojibake}=await import('/work/wt-mojibake/dist/stages/decode/mojibake.js')
const {Draft}=await import('/work/wt-mojibake/dist/draft/index.js')
const s=sentences(); const t=s.ko.map(x=>new TextDecoder('gb18030').decode(iconv.encode(x,'euc-kr'))).join('\n')
for(let k=0;k<6;k++)for(const p of mojibake(new Draft(t,{parse:()=>{throw 1}})));
