export const StatesPage = () => null
