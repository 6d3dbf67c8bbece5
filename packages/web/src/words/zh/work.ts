export const work = {
  title: '今日应办', list: '义务清单', hint: '谁、应做什么、何时前、依据哪一条', all: '全部在办', ours: '轮到我院', oursOther: '轮到我方', theirs: '等对方', everything: '全部', items: (n: number) => `${n} 项`, filter: '按期限筛选', who: '按责任方筛选', more: '更多', partial: (shown: number, total: number) => `已显示 ${shown} / ${total} 项`,
  scope: { mine: '我承办', group: '本部门', organ: '全院' },
  groups: { overdue: '逾期', today: '今天', three: '三日内', seven: '七日内', later: '之后' }, nearest: (day: string, who: string) => `最近 ${day} ${who}`,
  creates: (what: string, by: string) => `由此产生：我院应于 ${by} 前${what}`, createsPlain: (what: string) => `由此产生：我院应${what}`, open: '查看', why: '为何是这天', sentence: (who: string, what: string, by: string) => `${who}${what}，${by}`, columns: '期限、责任方与事项、法条、下一步',
  empty: { title: '没有到期的义务', body: '现在没有人须在期限内办理什么。有新的送达、受理或者答复时，由此产生的义务会列在这里。', matters: '看监督事项', filtered: '这一筛选下没有义务', clear: '看全部在办' },
  keys: { move: '上下移动', open: '打开事项', next: '执行下一步', why: '为何是这天' }, exportLedger: '导出台账', print: '打印',
  ledger: { file: (day: string) => `今日应办-${day}.csv`, head: ['期限', '届满', '责任单位', '应当', '事项', '事项号', '依据', '计算', '由此产生'] },
  calendar: { title: '期限日历', off: '法定节假日', make: '调休上班', offMark: '休', makeMark: '班', month: '看下三周', back: '回到今天', day: (day: string, kind: string, n: number) => `${day}，${kind}，${n === 0 ? '无到期义务' : `${n} 项到期`}`, kinds: { 'working': '工作日', 'weekend': '周末', 'holiday': '法定节假日', 'make-up': '调休上班', 'unpublished': '日历未公布' }, unpublished: '未公布' },
  acts: { title: '对方新行为', objections: (n: number) => `异议 ${n}`, none: '近期没有对方的新行为。', hint: '最近' },
  clues: { title: '待审查的线索', hint: '横条 = 所占份额', count: (n: number) => `${n} 条`, none: '没有待审查的线索。', open: '看线索' },
  score: { title: '要求落实（按条计，不按回复率）', demands: '提出要求', done: '核实属实', partly: '部分落实', upheld: '异议成立撤改', rest: (n: number) => `尚未落实或待核实 ${n} 条`, weeks: '未来八周到期义务', weeksHint: '点一周看清单', week: (from: string, n: number) => `${from} 起一周 ${n} 项`, asTable: '以表格看' },
  accept: '受理事项',
}
