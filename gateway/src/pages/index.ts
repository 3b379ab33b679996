/** The pages for people without a client of their own. */
export { askGateway } from './ask.js';
export type { Answer, Ask, Question } from './ask.js';
export { html } from './html.js';
export type { Content, Html } from './html.js';
export { readForm } from '../host/read-form.js';
export { pageRoutes } from './routes.js';
export type { PagesOptions } from './routes.js';
export { sendOn, sendPage } from './send-page.js';
export { openIdSignIn } from './sign-in/openid-sign-in.js';
export type { OpenIdOptions } from './sign-in/openid-sign-in.js';
export { REDIRECT_PATH } from './sign-in/sign-in-routes.js';
export { SignInError } from './sign-in/sign-in.js';
export type { PendingSignIn, SignIn, SignedIn } from './sign-in/sign-in.js';
export { TicketStore } from './ticket-store.js';
export type { TicketLimits } from './ticket-store.js';
