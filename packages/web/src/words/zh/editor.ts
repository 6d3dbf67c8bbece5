export const editor = {
  title: '文书起草', numbered: '制发时编号', draftOf: '草稿', saved: (time: string) => `草稿 · ${time} 已存本机`, notSaved: '本机不保存草稿，离开将丢失', restored: (time: string) => `已恢复 ${time} 的草稿`, discard: '放弃草稿', source: (no: string) => `来源事项：${no}`, back: '回到事项',
  choose: '写哪种文书', chooseHint: '只列本事项现在可以起草的文书，锁住的写明缘由', none: '现在没有可以起草的文书。', write: '起草',
  groups: { to: '发给谁', toHint: '全称由组织目录带出', facts: '查明什么', factsHint: '写事实、证据和问题', demands: '要求做什么', demandsHint: '一项一事，写明标准和时间', more: '其他', moreHint: '日期、送达和其他说明' },
  demand: { text: '要求', textHint: '先写对象：“7 处未登记排口：溯源并建台账”', standard: '完成标准', standardHint: '怎样算做到', by: '完成时间', verifiedHow: '怎样核实', verifiedHint: '到时怎样看得出做到了', add: '加一项要求', remove: '删去', up: '上移', down: '下移', moved: (from: number, to: number) => `第 ${from} 项已移到第 ${to} 位`, missingStandard: '缺完成标准', missingBy: '缺时间', missingVerify: '缺核实办法', byDay: (day: string) => `${day} 前`, verify: (how: string) => `核实：${how}`, edit: '展开填写', fold: '收起', keys: 'Alt ↑ ↓ 移动' },
  count: { typed: '键入', typedUnit: (n: number) => `${n} 项`, goal: '（目标不超过 10）', carried: '带出', twice: '重复' },
  view: { style: '文书样式', party: '主体', time: '时间', demand: '要求', tinted: '标色即数据', geometry: (lines: number, columns: number) => `GB/T 9704 · ${lines} 行 × ${columns} 字`, margins: (top: number, left: number, width: number, height: number) => `上 ${top} mm · 左 ${left} mm · 版心 ${width} × ${height} mm`, page: (n: number, of: number) => `${n} / ${of} 页`, pageLabel: (n: number) => `第 ${n} 页`, loading: '正在排版', failed: '版面暂时排不出来，文字仍在左侧，不影响保存', proof: '校样', clean: '正稿' },
  checks: { title: '写作中检查', must: (n: number) => `必须 ${n}`, should: (n: number) => `建议 ${n}`, passed: (n: number) => `通过 ${n}`, adopt: '采用', fix: '改为：', elements: (have: number, of: number) => `必备要素 ${have}/${of}`, citations: '引用条文（按签发日版本核对）', powers: '权力清单', waiting: '停笔后即检查', stale: '正在按最新文字检查', present: '已具备', absent: '尚缺', none: '填写后在这里给出检查结果。', go: '去填写' },
  future: { title: '送达后将产生的义务', ifServed: '若送达于', none: '送达日期未定，或规则库未规定由送达产生的义务。', from: (day: string) => `${day} 起`, noDate: '无固定日期' },
  act: { draft: '存为草稿', must: (n: number) => `须先处理 ${n} 处`, ready: '可以送审', next: '下一步', recorded: (title: string) => `已记录：${title}`, drafted: '草稿已记录在案，可以送审', missing: (names: string) => `尚未填写：${names}`, unchanged: '文字没有改动', notAllowed: '此文书现在不能起草' },
  typedFields: '键入项数',
}
