// What a prosecutor writes into the suggestion of the journeys: plain words, two demands that can be verified.
import type { DemandIn, NewAct } from '../packages/web/src/api/wire.gen.ts'

export const demandsOf = (): readonly DemandIn[] => [
  { no: 1, text: '将该案移送公安机关并抄送本院', standard: '移送书和接收回执', verifiedHow: '核对回执' },
  { no: 2, text: '自查两年内同类案件', standard: '自查表', verifiedHow: '抽查卷宗' },
]

/** The fields of the suggestion as the editor sends them. */
export const suggestionForm = (): Pick<NewAct, 'form' | 'demands'> => ({
  demands: [...demandsOf()],
  form: {
    source: '本院运行“以罚代刑”监督模型发现线索。', facts: '行政处罚决定载明的数额达到刑事追诉标准，没有移送公安机关的记录。', evidence: '处罚决定书；移送台账查询记录。', finding: '上述行为涉嫌犯罪，应当依法移送公安机关。',
    basis: '《中华人民共和国行政处罚法》第二十七条', objectionPeriod: '收到本建议书之日起七日内', replyPeriod: '收到本建议书之日起两个月内',
  },
})
