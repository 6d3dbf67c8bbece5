// Words of the parts that show the record: acts, demands, permitted acts, receipts.
const digits = '〇一二三四五六七八九'
/** 1 → 一, 12 → 十二, 35 → 三十五. Demands and stages are numbered so; larger numbers stay digits. */
const ordinal = (n: number): string => n < 1 || n > 99 ? String(n)
  : n < 10 ? digits[n] ?? '' : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`

export const record = {
  ordinal, ours: '我院',
  item: (n: number) => `第${ordinal(n)}项`,
  itemList: (ns: readonly number[]) => `第${ns.map(ordinal).join('、')}项`,
  demands: {
    title: '要求与回复', no: '项', demand: '要求', answer: '回复', answerOf: (organ: string) => `${organ}回复`, finding: '我院核实', findingSeen: '检察院核实',
    none: '尚未提出要求。制发文书后，逐项要求列在这里。', evidence: (n: number) => `证据 ${n}`, notAnswered: '尚未回复', objection: (text: string) => `异议：${text}`,
    standard: '标准', by: (day: string) => `${day} 前`, verifiedHow: '核实', planned: (day: string) => `预计 ${day} 前`, summary: '各项要求的状态',
    state: { 'unanswered': '未回复', 'answered': '待核实', 'objected': '有异议', 'in-review': '复核中', 'amended': '已修改', 'withdrawn': '已撤回', 'verified-done': '核实属实', 'verified-partly': '部分落实', 'verified-not-done': '未落实' },
    answerState: { done: '已落实', partly: '部分落实', planned: '计划落实', disagreed: '不同意见' },
    result: { 'done': '属实', 'partly': '部分', 'not-done': '不实', 'unverifiable': '无法核实' },
    count: (state: string, n: number) => `${state} ${n}`,
  },
  acts: {
    title: '现在可以做什么', hint: '锁住的写明缘由', do: '办理', none: '本身份在本事项中没有可办的行为。', why: (title: string) => `${title}：为何尚不可`,
    needs: '须先', earliest: (day: string) => `最早 ${day}`, provision: '依据', decidedBy: (level: string) => `由${level}决定`, locked: '尚不可', allowed: '可以办理', tally: (can: number, cannot: number) => `可办 ${can} · 锁住 ${cannot}`,
  },
  lanes: {
    ours: '检察机关', date: '日期', theirs: '对方单位', today: (day: string) => `今天 ${day}`, receiptNo: '存证编号', starts: '期限起算', due: '期限届满', future: '尚未发生', pending: '待存证', empty: '尚无行为。',
    by: (person: string) => person, of: (n: number) => `对应第 ${n} 号行为`, open: (title: string) => `打开：${title}`, demands: (n: number) => `要求 ${n} 项`, answers: (items: string) => `回复${items}`, files: (n: number) => `附件 ${n} 件`, result: (text: string) => `结果：${text}`,
    band: '绿色竖带为正在计算的期限', summary: (acts: number, ahead: number) => `共 ${acts} 个行为，其后有 ${ahead} 个期限`,
  },
  receipt: {
    title: '存证回执', verify: '核验', verifying: '正在核验', download: '下载回执', export: '导出', no: (n: number) => `存证 ${n}`, waiting: '待入存证树', close: '收起', of: (title: string) => `${title}的回执`,
    bytes: '内容与指纹一致', bytesBad: '内容与指纹不符', sm3: '国密 SM3 指纹一致', sm3Bad: '国密 SM3 指纹不符', leaf: '叶节点由本行为算出', leafBad: '叶节点与本行为不符', path: (size: number) => `在 ${size} 项的存证树中，路径可算至树根`, pathBad: '路径算不到所载树根',
    signature: '检查点签名有效', signatureBad: '检查点签名无效', head: '与本机构现行检查点同一条日志', headBad: '与现行检查点不是同一条日志，可能被改写', noLeaf: '尚未进入存证树，通常在数秒之内', 
    checked: '已核验', notChecked: '未核验', notCheckedWhat: '记载的事实是否真实，须由人核实；对方保存的检查点是否相同，请向见证单位核对。', good: '核验通过', bad: '核验未通过：请勿使用本回执，并告知案件管理部门', offline: '本核验在浏览器内完成，不向任何一方发送数据。',
    seenHere: '公钥取自回执本身；离线核验时请与见证单位公布的公钥比对。',
  },
}
