import {sentences} from '/work/wt-mojibake/tests/eval/encodings/sentences.ts'
import {suspectedSets} from '/work/wt-mojibake/src/stages/decode/suspicion.ts'
for(const [l,ss] of sentences('developing')){const b=ss.filter(x=>suspectedSets(x).length);if(b.length>10)console.log(l,ss.length,b.length,b.slice(0,3).map(x=>x.slice(0,80)))}
