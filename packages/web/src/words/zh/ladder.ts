export const ladder = {
  title: '监督阶梯', hint: '有分歧可异议，无理由不落实逐级而上', ordinal: ['一', '二', '三', '四', '五'], asOf: '截至', checkpoint: (n: string) => `检查点 ${n}`, now: '现在', more: (n: number) => `另 ${n} 项`, none: '现无事项', waiting: (n: number) => `已 ${n} 天`, act: '办理', note: '不评价个案裁判与监察处理，只看程序是否按时、有据。', all: '看全部',
  score: { title: '单位记分卡', hint: '按“要求”逐项计，不按回复率', organ: '单位', demands: '要求', verified: '核实属实', inTime: '按期', objections: '异议', mean: '均时', notDone: '未落实', partly: '部分', upheld: '异议成立', true: '属实', days: (n: number) => `${n} 天`, none: '尚无提出要求的单位。', summary: (organ: string, done: number, of: number) => `${organ}：${of} 项要求，核实属实 ${done} 项`, open: '更正', ask: '本单位可申请更正' },
  report: { title: '情况汇总', hint: '数字随记录变化，点开可查', head: '关于有关单位接受检察监督情况的汇总', until: (day: string) => `（截至${day}）`,
    one: '一、总体情况。', p1: '检察机关向{organs}个单位提出要求{demands}项，经核实属实{done}项，部分落实{partly}项，尚未落实或待核实{rest}项。', two: '二、异议与复核。', p2: '被监督单位提出异议{objections}项，复核成立{upheld}项，检察机关已修改或者撤回。', three: '三、逐级监督。', p3: '现逾期应督促或已督促{urge}件，通报上级主管机关{superior}件，报告本级人大常委会{congress}件，依法起诉{sue}件。',
    why: { organs: '被提出过要求的单位数，不含要求已全部撤回的单位。', demands: '已送达的全部要求，逐项计，已撤回的不计。', done: '由检察机关逐项核实、结果为属实的要求。', partly: '核实结果为部分落实的要求。', rest: '提出的要求减去属实、部分落实和异议成立的要求。', objections: '被监督单位提出异议的要求，逐项计。', upheld: '复核后修改或者撤回的要求。', rung: '现处于阶梯该级的事项数，按行为记录推出。' }, rows: (n: string) => `查看 ${n} 项` },
  figure: { open: '打开所含事项', asOf: (at: string) => `截至 ${at}` },
}
