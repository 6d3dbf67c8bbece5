export const shell = {
  brand: '衡鉴', titled: (page: string) => `${page} · 衡鉴`, skip: '跳到正文', main: '主导航', collapse: '收起', expand: '展开导航', demo: '演示数据，事项、人员均为虚构',
  workday: '工作日', restday: '休息日', holiday: (name: string) => name, makeUp: '调休上班', unpublished: '当年日历尚未公布',
  search: { hint: '搜案号、文号、单位、事项…', label: '搜索', title: '搜索', none: (words: string) => `没有找到“${words}”。封存事项不在搜索之列。`, hintKeys: '↑ ↓ 选择，Enter 打开，Esc 关闭', matters: '事项', pages: '页面', rules: '条文', go: '前往', typing: '输入案号、文号、单位或事项名称，任何括号写法都可以' },
  identity: { switch: '切换身份', title: '切换单位与身份', current: '当前身份', body: '不同身份看到的事项、可做的行为不同，每一行为都记下所用身份。', go: '以此身份办公', only: '本人只有这一个身份。', failed: '没有切换成功，仍在原身份下。' },
  person: { menu: '个人与显示', out: '退出登录', look: '显示', theme: '主题', light: '浅色', dark: '深色', size: '字号', normal: '标准字', large: '大字', density: '密度', standard: '标准', compact: '紧凑', language: '语言', zh: '中文', en: 'English', keys: '单键快捷键', on: '启用', off: '停用', states: '状态与记号' },
  bell: { label: '提醒', title: '提醒', none: '没有逾期或三日内到期的义务。', overdue: (n: number) => `逾期 ${n} 项`, near: (n: number) => `三日内到期 ${n} 项`, open: '看今日应办', count: (n: number) => `${n} 项需要注意` },
  help: { label: '帮助', title: '键盘与帮助', body: '单键快捷键只在列表获得焦点时生效，可在“个人与显示”中停用。', keys: { search: '搜索', goto: 'G 之后按 W S I D L M R V', gotoWhat: '去工作台、事项、线索、数据、阶梯、模型、规则库、核验', move: '上下移动', open: '打开', next: '执行下一步', why: '为何是这天', acts: '到可办行为', law: '到义务与法条', nav: '收起或展开导航', help: '本页', sign: '签发或提交（总会再问一次）', esc: '关闭并回到原处' } },
  status: { zone: (zone: string) => `${zone} · 内部`, rulebook: '规则库', calendar: '工作日历', checkpoint: '存证检查点', sealedAt: (time: string) => `${time} 封存`, witnessed: (time: string, who: string) => `${time} 由${who}见证`, unwitnessed: (time: string) => `${time} 封存，尚无对方见证`, stale: (minutes: number) => `已 ${minutes} 分钟未更新，期间的行为已记录，待封存`, none: '尚无检查点', label: '系统状态' },
  nav: {
    work: '工作台', matters: '监督事项', clues: '收件与线索', deliveries: '数据与交换', models: '监督模型', ladder: '监督阶梯', states: '状态与记号', liaison: '本局事项', supply: '数据报送', scorecard: '单位记分卡', allMatters: '全部事项', board: '监督阶梯',
    ability: '监督能力', manage: '管理', cooperation: '协作', materials: '资料', resources: '资源', home: '首页',
  },
  gone: { title: '没有这个页面', body: '地址可能有误，或者对象不存在、不在您的职权之内。封存的事项与不存在的事项显示相同。', home: '回到首页', search: '搜索' },
  signedOut: '登录已失效，请重新登录。填写中的草稿已存本机。',
}
