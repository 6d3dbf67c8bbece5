export const lawadmin = {
  sets: {
    title: '规则集', hint: '新法施行时，管理员装入一组规则，不必更换软件；装入之前看清会移动哪些日期', none: '尚未装入规则集', noneBody: '现行规则就是随软件发布的规则库。装入的规则集在它之上，撤回即恢复。', load: '选取规则集文件夹', loadHint: '一个含 book.yaml 的文件夹，内有 rules、calendars、settings 等 YAML 文件', chosen: (n: number, name: string) => `${name} · ${n} 个文件`, again: '另选', checking: '正在核对规则集',
    check: '核对', good: '核对通过，可以装入', bad: (n: number) => `${n} 处不符合，不能装入`, line: (file: string, line: number | null) => (line === null ? file : `${file} 第 ${line} 行`), holds: '内容', parts: { rules: '规则', laws: '法律', bindings: '绑定', procedures: '程序', acts: '行为', instruments: '文书', powers: '权力', settings: '设定', calendars: '日历', computing: '计算', glossary: '术语', unverified: '未核实', articles: '决定条文', book: '封面' } as Readonly<Record<string, string>>,
    preview: '看会移动哪些日期', previewing: '正在重算全部在办事项', moves: (moves: string, matters: string) => `${matters} 件事项、${moves} 个日期会变`, noMoves: '没有在办事项的日期会变', sealed: (n: string) => `另有 ${n} 件封存事项，只计数`, millis: (ms: string) => `用时 ${ms} 毫秒`, col: { matter: '事项', duty: '期限', owes: '义务主体', before: '原日期', after: '新日期', why: '缘由' }, change: { moved: '移动', opened: '新增', ended: '消除' },
    adopt: '装入', adoptReason: '装入理由', reasonHint: '依据哪一份公布文件、由谁决定', adopted: (moves: string, matters: string) => `已装入：${matters} 件事项的 ${moves} 个日期改变，各有重算通知`, sure: '装入后立即适用于全院，每个改变的日期都会通知。', list: '已装入', inForce: '现行', ended: '已撤回', demonstration: '演示', by: (who: string, at: string) => `${who} ${at}`, withdraw: '撤回', withdrawReason: '撤回理由', withdrawn: '已撤回，日期已恢复', basis: '依据', rules: (n: number) => `${n} 条规则`, notYours: '规则集由法律规则管理员装入和撤回；这里可以查看。', tooLarge: '文件夹超过 8 MB，或者没有 book.yaml', more: (n: string) => `只显示前 ${n} 个`, print: '打印', reasonMissing: '请写明理由', cancel: '取消', fingerprint: '指纹',
  },
  practice: {
    title: '本院口径', hint: '只有来源没有规定、或者来源相互冲突的，才可以由本院确定；法定期间不能改', what: '事项', house: '规则库的选择', own: '本院的选择', sources: '各来源', set: '确定', change: '更改', back: '恢复规则库的选择', from: '自何日起', reason: '理由', none: '没有可以由本院确定的设定', by: (who: string, day: string) => `${who} ${day}`, history: '沿革', never: '沿用规则库', done: (n: string) => `已记录，${n} 个日期随之重算`, notYours: '本院口径由检察长确定；这里可以查看。', choose: '选择', other: '其他长度', days: '日数', saved: '已确定', same: '与规则库相同', noHistory: '本院没有作过选择。',
  },
  moved: {
    title: '重算通知', hint: '没有人办理任何事项而日期改变的，都在这里：原日期划去，仍然可读；列在这里即为告知', none: '没有日期被重算', noneBody: '更正签收日、公布放假通知、装入规则集、确定本院口径，会使日期改变，届时逐一列出。', matter: '事项', duty: '期限', dates: '日期', cause: '缘由', told: '已告知', at: '时间', nobody: '尚未告知', more: '更早的', noDate: '无日期', kinds: { 'correction': '更正', 'calendar': '放假通知', 'rule-set': '规则集', 'withdrawal': '撤回规则集', 'practice': '本院口径', 'law': '规则库' }, others: (n: number) => `等 ${n} 人`,
  },
}
