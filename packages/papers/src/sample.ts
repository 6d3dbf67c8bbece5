// A filled paper for tests and the benchmark; organs and persons are fictional.
import type { PaperFields } from './paper.ts'

export const suggestion: PaperFields = {
  organ: '呼和浩特市人民检察院', to: '呼和浩特市交通运输局', date: '2026-10-13', docNo: '呼检建〔2026〕12号',
  source: '办理张某某等人重大责任事故案',
  facts: '2025年3月至2026年6月，辖区4家危险货物运输企业的27台车辆，卫星定位装置离线累计超过72小时仍从事运输，监控平台产生报警1846条，企业处理率不足四成，你局未督促处理。',
  evidence: '平台报警记录、企业台账、询问笔录', finding: '报警长期未处理，足以造成危险货物运输安全事故，应当及时消除隐患', basis: '《人民检察院检察建议工作规定》第十一条',
  demands: [
    { no: 1, text: '对27台离线车辆逐台核查处置并建立台账', standard: '台账与平台记录逐台比对一致', by: '2026-11-30' },
    { no: 2, text: '建立报警24小时处置和离线停运制度', standard: '制度印发并在平台上线', by: '2026-12-15' },
    { no: 3, text: '对4家企业开展执法检查和安全教育', standard: '检查文书4份、教育记录4份', by: '2026-12-15' },
  ],
  objectionPeriod: '自收到本检察建议书之日起十五日', replyPeriod: '自收到本检察建议书之日起两个月',
}
