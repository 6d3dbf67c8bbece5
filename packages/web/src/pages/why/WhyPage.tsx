export const WhyPage = () => null
