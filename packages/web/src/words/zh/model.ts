export const model = {
  crumb: '监督模型', list: { title: '监督模型', hint: '模型只提示线索，是否受理由人决定', none: '模型目录为空。', missing: '缺数据', ready: '可运行', lastRun: '最近运行', never: '未运行', open: '打开', inputs: '所用数据', supervised: '监督对象', basis: '依据' },
  run: '运行', running: '正在运行', asOf: '数据截至', took: (seconds: string) => `用时 ${seconds} 秒`, at: (at: string) => `${at} 运行`, by: (who: string) => who, none: '尚未运行。', missing: (names: string) => `缺数据：${names}`, failed: '运行没有完成，未产生任何线索', interrupted: '运行被中断，未产生任何线索', history: '历次运行',
  steps: { title: '步骤与行数', hint: '横条为对数比例', less: (n: string) => `减 ${n}`, more: (n: string) => `增 ${n}`, rows: (n: string) => `${n} 行`, none: '运行后显示各步行数。', definition: '步骤' },
  parameters: { title: '参数', locked: '法定，不可改', own: '可调', source: '来源', changed: '已改，运行时生效', value: '取值' },
  basis: { title: '法律依据' }, inputs: { title: '所用数据', have: '有', lack: '缺' },
  sql: { title: '编译后的查询', show: '看查询', hide: '收起查询', hint: '模型编译为一条查询，只读', copy: '复制', copied: '已复制' },
  toClues: '看线索',
}
