export const why = {
  title: '为何是这天', thereby: '由此', copy: '复制为一句话', copied: '已复制', print: '打印说明页', strip: '日历带', notice: (notice: string) => `${notice}，随软件发布，可离线核对`, zoom: (month: string, days: number) => `${month} · 放大最后 ${days} 天`,
  ends: (day: string, tail: string) => `${day} 届满，${tail}`, noEnd: '没有确定日期', offMark: '休', makeMark: '班', full: '满期', end: '届满', startMark: '起', today: '今天', off: '法定节假日', make: '调休上班', unpublished: '未公布',
  started: (day: string, what: string) => `${day} ${what}`, counts: (day: string) => `${day} 起算（当日不计）`, falls: (day: string) => `期满于 ${day}`, rolled: '，顺延至 ', period: (what: string) => what,
  signs: { start: '起', count: '算', period: '期', working: '数', skip: '跳', roll: '顺', pause: '停', extend: '延', end: '止', provisional: '疑' }, signNames: { start: '起算的行为', count: '计算起点', period: '加期间', working: '数工作日', skip: '不计的日子', roll: '顺延', pause: '中止', extend: '延长', end: '届满', provisional: '暂定' }, endOf: (day: string) => `${day} 24:00`, none: '—', provisional: '暂定',
  law: '法条', version: (from: string) => `${from} 起施行`, whatIf: '假设推演', whatIfHint: '不写入记录', whatIfStart: '起算日若为', whatIfGo: '推演', same: '不变', suppose: '换一个条件推演', variant: '情形', asIs: '按记录', custody: '羁押', inCustody: '在押', atLarge: '不在押', extended: '延长', byLaw: '按规定的长度', pausedFrom: '中止自', pausedTo: '至', clear: '清除', json: '数据', counting: '期间计算',
  lengths: [{ id: '15-days', title: '15 日' }, { id: '30-days', title: '30 日' }, { id: '1-months', title: '1 个月' }, { id: '2-months', title: '2 个月' }, { id: '3-months', title: '3 个月' }],
  sentence: '一句话说明', sentenceHint: '可直接用于函件', copyShort: '复制', record: '计算依据', rulebook: '规则库', ruleVersion: '规则版本', calendar: '工作日历', opened: '由第几号行为产生', act: (n: number) => `第 ${n} 号行为`, receipt: '存证编号', waiting: '待存证', origin: '法条文本来源', confidence: '读自',
  all: '本事项全部期限', allHint: '实色为正在计算，虚框为条件成就后起算', todayAxis: '今天', chained: '由期满产生的义务', alone: '期满未履行时，规则库没有规定自动产生的义务。',
}
