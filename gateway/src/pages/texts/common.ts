import { texts } from '@causeway/schema';

/** What every page says. */
export const COMMON = {
  product: texts('Causeway', 'Causeway', 'Causeway'),
  skipToContent: texts('Skip to the content', '跳至內容', '跳到正文'),
  languages: texts('Languages', '語言', '语言'),
  signIn: texts('Sign in', '登入', '登录'),
  signOut: texts('Sign out', '登出', '退出登录'),
  signedInAs: texts('Signed in as {name}', '已登入：{name}', '已登录：{name}'),
  signingIn: texts('Signing in', '正在登入', '正在登录'),
  continue: texts('Continue', '繼續', '继续'),
  signInFailed: texts('You are not signed in', '未能登入', '未能登录'),
  signInFailedWhy: texts(
    'Signing in was not completed, or took too long. Nothing was changed. Please try again.',
    '登入程序未完成或已逾時。資料並無更改，請再試一次。',
    '登录未完成或已超时。数据没有更改，请再试一次。',
  ),
  formRefused: texts('This form was not accepted', '表格不獲接納', '表单未被接受'),
  formRefusedWhy: texts(
    'It was not sent from this page, or you have signed in again since. Nothing was changed. Open the page again and repeat what you did.',
    '表格並非由本頁送出，或您其後曾重新登入。資料並無更改。請重新開啟本頁再試。',
    '表单不是从本页提交的，或您之后重新登录过。数据没有更改。请重新打开本页再试。',
  ),
  unavailable: texts('This cannot be shown now', '暫時未能顯示', '暂时无法显示'),
  unavailableWhy: texts(
    'Something did not answer. Please try again in a moment.',
    '系統未有回應，請稍後再試。',
    '系统没有响应，请稍后再试。',
  ),
  backToPage: texts('Back to the page', '返回頁面', '返回页面'),
  done: texts('Done', '完成', '完成'),
  problem: texts('There is a problem', '出現問題', '出现问题'),
  listSeparator: texts(', ', '、', '、'),
} as const;
