export const matters = {
  title: '监督事项', hint: '封存的事项只对有权的人显示', search: '筛选', searchHint: '案号、名称、单位', state: '状态', open: '在办', closed: '已办结', all: '全部', no: '事项号', name: '名称', procedure: '程序', subject: '被监督单位', stage: '所处阶段', due: '最近期限', light: '期限', handler: '承办', opened: '立案', total: (n: string) => `共 ${n} 项`, more: '再取一页', none: '没有符合条件的事项', noneBody: '换一个筛选词，或者看全部状态的事项。', clear: '清除筛选', sealed: '封存', noDue: '无',
  start: '受理事项', startTitle: '受理新事项', startHint: '程序决定此后谁可以做什么、何时前必须做什么', procedureLabel: '程序', nameLabel: '事项名称', nameHint: '先写对象，再写问题', subjectLabel: '被监督单位', subjectHint: '单位编号，可在立案时补正', dayLabel: '受理日期', sealedLabel: '立即封存（未成年人、举报人、干预记录）', make: '受理并记录', making: '正在记录', cancel: '取消', noneKind: '本身份不能受理任何程序的事项。', chooseSubject: '暂不指定',
}
