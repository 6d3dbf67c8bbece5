export const states = {
  loading: '正在取数', slow: '正在从服务器取数，比平时慢', cancel: '取消', retry: '再试一次', stale: (at: string) => `显示的是 ${at} 的内容`, code: '代码', provision: '依据', earliest: (day: string) => `最早 ${day}`,
  failed: '没有取到内容', safe: '已记录的内容不受影响，没有任何行为因此发生或丢失。', offline: '连接不上服务器', offlineWhat: '网络中断或服务器没有运行。已记录的行为不受影响；填写中的内容保存在本机，恢复后可继续。', unreadable: '服务器的答复无法读懂', notFound: '没有这个对象', notFoundWhat: '它不存在，或者不在您的职权之内。封存的事项与不存在的事项显示相同。', forbidden: '不在本身份的职权之内',
  page: {
    title: '状态与记号', hint: '同一套记号用于全部页面：颜色、形状、文字三者齐备，黑白打印也能分辨',
    lights: { title: '期限灯', hint: '七种，各有形状', overdue: '说明由此产生谁的什么义务', near: '临近届满，显示到期时刻', within: '期限内', paused: '写明依据与剩余天数', notStarted: '写明起算条件', review: '异议、复议、复查', done: '写明履行日与早晚天数' },
    empty: { title: '空', hint: '说明为什么空、可做什么', head: '今天没有到期的义务', body: '最近一项是 10-15 的复核决定。对方有 3 项在期限内。', a: '看七日内', b: '看等对方' },
    wait: { title: '加载', hint: '0.3 秒内不闪烁；超过 2 秒说明在做什么', line: '正在核对 10 个检查点的存证，约 4 秒' },
    locked: { title: '不许可', hint: '写明缘由、条件、最早时间、条文', head: '尚不可通报上级主管机关', body: '须先督促，且对方无正当理由仍不整改。最早 10-27 可督促。', law: '《检察建议工作规定》第25条', a: '看全部条件' },
    clash: { title: '两人同时办理', hint: '不覆盖，先看对方做了什么', head: '张某某 2 分钟前已核实第 2 项', body: '你的草稿没有丢。请先看这一行为，再决定是否继续。', a: '看对方的行为', b: '保留我的草稿' },
    error: { title: '出错', hint: '说人话，给出编号和下一步', head: '没有送达成功', body: '政务外网 09:14 起中断。文书已签发并存证，期限尚未起算；恢复后自动续传，不会重复送达。', a: '改为现场送达', code: 'E-4107' },
    proof: { title: '核验', hint: '通过与不通过都说清范围', good: '核验通过', goodBody: '存证 88391，人大、法院两方见证。', bad: '内容与存证不一致', badBody: '附件 2 被改动过，请勿使用。' },
    moved: { title: '期限被重算', hint: '谁、因何、变了几天、已告知谁', head: '回复期限由', from: '10-26', to: '改为 11-09', body: '因 10-14 批准延长 14 日。原日期保留可查，市生态环境局已于 10-14 09:20 收到通知。', a: '看前后对比' },
    type: { title: '三种字体，三个声音', hint: '软件 · 法律 · 文书', soft: '市生态环境局应书面回复', softBy: '黑体 软件', law: '应当在十五日内书面回复', lawBy: '宋体 法律', paper: '现提出如下检察建议', paperBy: '仿宋 文书' },
    colour: { title: '色', hint: '文字对比不低于 4.5 : 1', names: { 'navy': '藏青', 'blue': '检蓝', 'red': '朱', 'amber': '赭', 'green': '松绿', 'violet': '紫', 'teal': '青 对方', 'ink': '墨', 'ink-3': '次墨', 'line': '线', 'bg': '底', 'paper-2': '纸 法条' } },
    marks: { title: '主体记号', hint: '谁的义务一眼可见', us: '检察机关，实底藏青', them: '被监督单位，青色浅底', themName: '市生态环境局', law: '法条，纸色、朱边、宋体', lawName: '《民事诉讼法》第85条', proof: '存证编号，点开即核验' },
    buttons: { title: '按钮', hint: '一屏一个主要行为', main: '主要', other: '次要', text: '文字', off: '不可用', true: '属实', partly: '部分', review: '复核', open: '未复', focus: '焦点', focusBody: '键盘焦点 2 px，任何主题可见' },
  },
}
