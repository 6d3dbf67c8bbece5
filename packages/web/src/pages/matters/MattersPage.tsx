export const MattersPage = () => null
