export const signin = {
  title: '登录', product: '检察机关法律监督协同平台', motto: ['每一项监督', '有出处，有期限，有回音'], body: '检察机关、人民法院、公安机关、行政机关与人大常委会在同一份记录上工作。谁也不能单独改动它。',
  facts: { rulebook: '规则库', calendar: '工作日历', checkpoint: '存证检查点', server: '服务', version: (v: string) => `衡鉴 ${v}`, up: '运行正常', down: '数据库暂不可用' },
  step1: '验证身份', step2: '选择单位与身份', account: '账号', password: '口令', code: '动态口令', codeHint: '6 位数字，工作人员必填', show: '显示口令', go: '登录', going: '正在登录', note: '口令与动态口令可以粘贴，也支持密码管理工具。连续输错只会延缓本次来源的登录，不会锁住他人的账号。',
  verified: (name: string) => `${name}，身份已验证`, choose: '本次以什么身份办公', note2: '不同身份看到的事项、可做的行为不同，每一行为都记下所用身份。与其中一个身份有回避关系的事项，不会出现在另一身份下。', enter: '进入', other: '换一个人登录', last: '当前身份',
  counts: { overdue: (n: number) => `逾期 ${n}`, near: (n: number) => `临近 ${n}`, sign: (n: number) => `待签 ${n}` },
  tools: { dark: '深色', light: '浅色', large: '大字', normal: '标准字', keys: '键盘与读屏', language: 'English' }, foot: { local: '单机部署版', demo: '演示数据，人员均为虚构' },
  demo: { title: '演示账号', hint: '仅演示模式提供，点选即填好账号、口令和动态口令', fill: (who: string) => `用${who}登录`, show: '看演示账号', none: '演示账号暂时取不到' },
}
