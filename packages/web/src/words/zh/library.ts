const levels: Readonly<Record<string, string>> = { high: '原文核对', medium: '转录，未逐字核对', low: '转述', unverified: '未核实' }
const origins: Readonly<Record<string, string>> = { copied: '逐字录自全文', transcribed: '转录（条款连排）', 'web-mirror': '网页转载', 'news-paraphrase': '新闻转述', noted: '只记期间，未存原句' }
const kinds: Readonly<Record<string, string>> = { 'deadline': '最后期限', 'at-least-before': '至少提前', 'window-before': '事前窗口', 'trigger-after': '期满后', 'cycle': '周期', 'limitation': '时效', 'fixed-duration': '固定期间', 'maximum-term': '最长期间', 'minimum-retention': '最短保存', 'attempt-window': '试办期间' }
const checks: Readonly<Record<string, string>> = { 'found': '与导入全文逐字相符', 'elsewhere': '在导入全文的另一条中', 'spacing': '仅空白、标点宽度不同', 'other-edition': '导入的是另一版本', 'missing': '导入全文中没有', 'no-text': '未导入全文' }
const governed: Readonly<Record<string, string>> = { 'criminal': '刑事', 'civil': '民事', 'administrative': '行政', 'public-interest': '公益诉讼', 'suggestion': '检察建议' }
const found: Readonly<Record<string, string>> = { rule: '规则', article: '决定条文', procedure: '程序', instrument: '文书', power: '权力清单', term: '术语', setting: '设定', unverified: '未核实', text: '法律全文' }
const listed: Readonly<Record<string, string>> = { 'listed': '来源列明', 'paraphrased': '据转述', 'not-listed': '来源未列' }
const tracks: Readonly<Record<string, string>> = { 'general': '通用', 'criminal': '刑事检察', 'criminal-execution': '刑事执行检察', 'civil': '民事检察', 'administrative': '行政检察', 'pil': '公益诉讼检察', 'public-interest': '公益诉讼检察', 'suggestion': '检察建议', 'suggestions': '检察建议', 'minors': '未成年人检察', 'petition': '控告申诉检察', 'investigation': '检察侦查', 'management': '案件管理' }
const termKinds: Readonly<Record<string, string>> = { act: '行为', role: '角色', level: '决定层级', term: '术语', office: '岗位', side: '方' }

export const library = {
  title: '法规规则库', tabs: { label: '规则库的各部分', rules: '规则', procedures: '程序', instruments: '文书', powers: '权力清单', glossary: '术语', settings: '设定与冲突', unverified: '未核实', texts: '法律全文' },
  search: '在规则库中查找', searchHint: '义务、法律、文书、第21条…', filter: '筛选', filterHint: '名称、条号、依据', clear: '清除', slash: '/',
  by: { label: '分类方式', article: '按决定', area: '按领域', organ: '按主体' }, all: '全部规则', rulesOf: (n: string) => `${n} 条`, article: (no: number) => `第${no}条`, decision: '市人大常委会决定', passed: (day: string) => `${day} 通过`, readAt: (at: string) => `读自 ${at}`,
  count: (shown: string, all: string) => `${shown} / ${all} 条`, ranked: '按相关程度排列', none: '没有符合的规则', noneBody: '换一个词，或者去掉分类。条号可写 第21条、二十一条 或 21。', noneHits: (kind: string) => `这些词没有对应的${kind}`, hits: (kind: string, n: string) => `${kind} ${n}`,
  col: { rule: '谁应当做什么', period: '期间', source: '依据', confidence: '把握', owes: '义务主体' }, kinds: found,
  confidence: levels, origins, periodKinds: kinds, checks, mediumTitle: '未以官方文本核对', mediumBody: '来源是转述、转载或者转录，日期标为暂定，不悄悄启动法定期限。', unverifiedTitle: '未核实，不启动任何期限', high: '原文核对', openRule: '看全文与引用', previewHint: 'Enter 打开', sentence: '一句话',
  must: '应当', towards: (who: string) => `向${who}`, within: (period: string) => `期限 ${period}`, otherwise: '否则', noPeriod: '来源未定期间', countsFrom: '起算', anyone: '有关机关',
  facts: { trigger: '起算事由', period: '期间', kind: '性质', variants: '其他情形', extension: '延长', computing: '计算方法', approval: '决定层级', consequence: '逾期后果', notes: '说明', area: '领域', articles: '决定条文', unbound: '不产生义务', custody: '羁押期限，末日不顺延', none: '—', times: (n: number) => `可延长 ${n} 次`, ownLength: '长度由决定载明' },
  provision: '条文', counting: '怎样计算期间', countingTopics: '据此计算', origin: '文本来源', readIn: '读自', version: '版本',
  wordings: '版本对照', wordingsHint: (n: number) => `${n} 个版本，旧在左、新在右`, oneWording: '只有一个版本', inForce: (from: string, to: string) => `${from} 至 ${to}`, from: (day: string) => `${day} 起`, openFrom: '起始日未详', now: '现行', until: '现在', textOf: '条文', added: '新增', gone: '删去', diffHint: '着色处为与前一版本不同的文字',
  around: '前后条', aroundText: '据导入全文', aroundQuotes: '据规则库已引条文，未必相邻', excerpt: '节录', before: '前', after: '后', here: '本条', first: '没有更前的条文', last: '没有更后的条文', whole: '看全文',
  uses: '谁在用', usesNone: '现有程序没有用到这条规则。', duty: '产生期限', right: '权利', waiting: '等待期间', recurs: '周期', opensBy: '由', endsBy: '至', acts: '约束的行为', leads: '期满后', follows: '承接', usedBy: { instruments: '文书', powers: '权力清单', settings: '设定' },
  matters: '在办事项', mattersCount: (n: string) => `${n} 件在用`, mattersNone: '本身份可见的在办事项中，没有正在适用这条规则的。', mattersHint: '只计本身份可以查看的', duties: (n: number) => `${n} 项期限`, next: (day: string) => `最近 ${day}`,
  tests: '检验', testsNone: '没有以这条规则命名的日期或者时间线。', dates: (n: number) => `金样日期 ${n}`, replays: (n: number) => `时间线 ${n}`, testDay: (from: string, due: string) => `${from} 起 → ${due}`, refused: (act: string, on: string) => `${on} ${act}：应拒绝`, given: (what: string) => `条件 ${what}`, runIt: '复算', ruleId: '规则编号',
  procedures: { title: '程序', hint: '每一种事项一份数据，图由数据画出', acts: (n: number) => `行为 ${n}`, duties: (n: number) => `期限 ${n}`, articles: '决定条文', mission: '任务', stages: '阶段', open: (n: string) => `在办 ${n} 件`, governed, subjects: '被监督单位', none: '没有符合的程序', group: '领域' },
  graph: {
    title: '流程图', list: '列表', view: '显示方式', zoomIn: '放大', zoomOut: '缩小', fit: '适合宽度', print: '打印', lanes: { procuratorate: '检察机关', other: '其他机关', congress: '人大常委会' }, clocks: '期限', anyTime: '任何阶段都可以办', select: '选一个行为，看谁办、须先有什么、产生什么期限。', who: '由谁办', decided: '由谁决定', waits: '须先', leads: '其后可办', about: '针对', opens: '产生期限', ends: '履行期限', form: '填写', required: '必填', instrument: '文书', begins: '可以另立', needs: '不具备时', closes: '办结', opening: '开始', afterClose: '办结后也可办',
    keys: 'J K 在行为之间移动，Enter 看说明', summary: (acts: number, duties: number, stages: number) => `${acts} 个行为、${duties} 项期限、${stages} 个阶段`, legend: { waits: '须先完成', of: '针对', right: '权利', weak: '暂定' }, stage: '阶段', act: '行为', none: '—', period: '期间', byAct: '由', untilAct: '至', duty: '期限', nothing: '没有前置行为', label: (title: string) => `${title}的流程图`,
  },
  instruments: { title: '文书', elements: '必备要素', listed, basis: '依据', addressee: '发往', approver: '决定', copies: '抄送、备案', rules: '相关规则', procedures: '用于程序', count: (n: number) => `${n} 项要素`, none: '没有符合的文书', choose: '选一种文书，看要素和依据。', noElements: '来源没有列出要素。', name: '文书', family: '类别' },
  powers: { title: '权力清单', decision: '决定事项', level: '决定人', delegable: '委托', source: '依据', acts: '对应行为', tracks, none: '没有符合的事项', noActs: '尚无程序行为', all: '全部', choose: '选一项决定，看依据和对应行为。', track: '条线' },
  glossary: { title: '术语', kinds: termKinds, id: '英文标识', zh: '中文', en: '英文', where: '出处', uses: '使用', all: '全部', none: '没有符合的术语', above: (who: string) => `上一层 ${who}` },
  settings: { title: '设定与冲突', hint: '来源没有规定、或者来源相互冲突时的选择，理由公开', value: '选择', reason: '理由', status: { 'house-rule': '院内规则', 'assumption': '推定' } as Readonly<Record<string, string>>, source: '来源', conflict: '来源冲突', silent: '来源未定', none: '没有符合的设定', choices: '可选', what: '事项', only: { all: '全部', conflict: '冲突', rest: '未定' }, yes: '是', no: '否' },
  unverified: { title: '未核实', hint: '相信如此但没有读到原文，任何期限都不据此计算', topic: '文件', belief: '相信的内容', why: '为何要紧', at: '到何处核实', none: '没有符合的条目', articles: '决定条文' },
  texts: { title: '法律全文', hint: '由管理员以 hj law import-texts 导入，不随软件分发', empty: '尚未导入法律全文', emptyBody: '导入后，条文在全文中前后可读，规则库的每一处引文都与全文核对。命令：hj law import-texts 目录', law: '法律', version: '版本', articles: '条数', quotes: '引文相符', file: '文件', figures: '引文核对', of: (n: string) => `规则库引文 ${n} 处`, wrong: '不相符的引文', none: '没有符合的法律', excerpt: '节录', rests: '据此的规则', contents: '条目', imported: (at: string) => `${at} 导入`, all: '全部引文都有着落', find: '在本法中查找', found: (a: string, b: string) => `${a} / ${b}` },
}
