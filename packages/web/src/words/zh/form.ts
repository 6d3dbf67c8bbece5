export const form = { required: '必填', choose: '请选择', another: '再加一个单位', yes: '是', no: '否', says: (no: number) => `第 ${no} 项的说明` }
