export const rules = {
  title: '法规规则库', hint: '每条规则都有逐字引文、版本和读取日期；起算、届满由它推出', search: '筛选规则', searchHint: '义务、法律、条号', count: (shown: string, all: string) => `${shown} / ${all} 条`, rule: '规则', must: '应当', period: '期间', source: '出处', confidence: '把握', area: '领域', all: '全部领域', none: '没有符合的规则', noneBody: '换一个词，或者看全部领域。', choose: '选定一条规则，这里给出条文原文。', noPeriod: '未定期间', unverified: '未核实的来源不启动任何期限，只供查阅。',
  level: { high: '原文核对', medium: '转录核对', low: '转述', unverified: '未核实' },
}
