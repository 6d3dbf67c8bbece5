export const LadderPage = () => null
