export const SignInPage = () => null
export const IdentityPage = () => null
