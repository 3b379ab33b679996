/** What is told of a request without a caller, in each language. Data alone: by the problem, and by nothing else. */
import { texts } from '@causeway/schema';
import type { Texts } from '@causeway/schema';

/** What is wrong with a token, or with the certificate that it is bound to. */
export const TOKEN_TEXTS = {
  TOKEN_MISSING: texts(
    'Expected a token: `Authorization: Bearer <token>` or `Authorization: DPoP <token>`',
    '請登入並附上權杖：`Authorization: Bearer <token>` 或 `Authorization: DPoP <token>`',
    '请登录并附上令牌：`Authorization: Bearer <token>` 或 `Authorization: DPoP <token>`',
  ),
  TOKEN_MALFORMED: texts(
    'Expected one signed JWT as token, got something else',
    '權杖應為一個已簽署的 JWT，但收到其他內容',
    '令牌应为一个已签名的 JWT，但收到其他内容',
  ),
  TOKEN_TYPE: texts(
    'Expected an access token, with `typ: at+jwt` in its header',
    '應為存取權杖，其標頭應有 `typ: at+jwt`',
    '应为访问令牌，其标头应有 `typ: at+jwt`',
  ),
  TOKEN_ALGORITHM: texts(
    'Expected a token signed with ES256, EdDSA, PS256 or RS256',
    '權杖應以 ES256、EdDSA、PS256 或 RS256 簽署',
    '令牌应以 ES256、EdDSA、PS256 或 RS256 签名',
  ),
  TOKEN_KEY_UNKNOWN: texts(
    'Expected a token signed with a key that the issuer publishes',
    '權杖應以簽發者所公布的密鑰簽署',
    '令牌应以签发者所公布的密钥签名',
  ),
  TOKEN_SIGNATURE: texts(
    'Expected a token that is as the issuer signed it, got one that was changed',
    '權杖的內容在簽發者簽署後曾被更改',
    '令牌的内容在签发者签名后曾被更改',
  ),
  TOKEN_ISSUER: texts(
    'Expected a token of an issuer that is trusted here',
    '權杖應由本系統信任的簽發者發出',
    '令牌应由本系统信任的签发者发出',
  ),
  TOKEN_AUDIENCE: texts(
    'Expected a token made for this gateway (`aud`)',
    '權杖應專為本系統發出（`aud`）',
    '令牌应专为本系统发出（`aud`）',
  ),
  TOKEN_EXPIRED: texts(
    'The token has expired; get a new one',
    '權杖已過期，請重新取得',
    '令牌已过期，请重新获取',
  ),
  TOKEN_NOT_YET_VALID: texts(
    'The token is not valid yet; check the clocks of issuer and gateway',
    '權杖尚未生效，請檢查簽發者與本系統的時鐘',
    '令牌尚未生效，请检查签发者与本系统的时钟',
  ),
  TOKEN_CLAIMS: texts(
    'Expected the claims of one person, professional, system or office',
    '權杖應載有一名人士、專業人員、系統或公職的聲明',
    '令牌应载有一名人士、专业人员、系统或公职的声明',
  ),
  TOKEN_UNBOUND: texts(
    'Expected a token for a grant to be bound to a key (`cnf`), got one that anybody could use; get a session token',
    '用於授權的權杖應綁定密鑰（`cnf`），但收到的任何人均可使用；請取得工作階段權杖',
    '用于授权的令牌应绑定密钥（`cnf`），但收到的任何人都可使用；请获取会话令牌',
  ),
  TOKEN_BOUND: texts(
    'This token is bound to a key: send it as `Authorization: DPoP <token>` with a proof',
    '此權杖已綁定密鑰，請以 `Authorization: DPoP <token>` 連同證明一併傳送',
    '此令牌已绑定密钥，请以 `Authorization: DPoP <token>` 连同证明一并发送',
  ),
  TOKEN_NOT_BOUND: texts(
    'Expected a token that is bound to a key (`cnf.jkt`) after `DPoP`, got another one',
    '`DPoP` 之後應為已綁定密鑰的權杖（`cnf.jkt`），但收到其他權杖',
    '`DPoP` 之后应为已绑定密钥的令牌（`cnf.jkt`），但收到其他令牌',
  ),
  CERTIFICATE_OTHER: texts(
    'Expected the client certificate that the token is bound to (`cnf.x5t#S256`)',
    '應使用權杖所綁定的用戶端證書（`cnf.x5t#S256`）',
    '应使用令牌所绑定的客户端证书（`cnf.x5t#S256`）',
  ),
  KEYS_UNAVAILABLE: texts(
    "The issuer's keys cannot be read, so no token can be verified; try again",
    '暫時未能讀取簽發者的密鑰，因此無法核實權杖；請稍後再試',
    '暂时无法读取签发者的密钥，因此无法核实令牌；请稍后再试',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What is wrong with a DPoP proof. */
export const PROOF_TEXTS = {
  PROOF_MISSING: texts(
    'Expected a proof of possession in the header `DPoP`',
    '標頭 `DPoP` 應載有持有證明',
    '标头 `DPoP` 应载有持有证明',
  ),
  PROOF_MALFORMED: texts(
    'Expected one signed JWT with its public key (`jwk`) as DPoP proof',
    'DPoP 證明應為一個已簽署並附有公開密鑰（`jwk`）的 JWT',
    'DPoP 证明应为一个已签名并附有公钥（`jwk`）的 JWT',
  ),
  PROOF_TYPE: texts(
    'Expected a DPoP proof, with `typ: dpop+jwt` in its header',
    '應為 DPoP 證明，其標頭應有 `typ: dpop+jwt`',
    '应为 DPoP 证明，其标头应有 `typ: dpop+jwt`',
  ),
  PROOF_ALGORITHM: texts(
    'Expected a DPoP proof signed with ES256, EdDSA, PS256 or RS256',
    'DPoP 證明應以 ES256、EdDSA、PS256 或 RS256 簽署',
    'DPoP 证明应以 ES256、EdDSA、PS256 或 RS256 签名',
  ),
  PROOF_SIGNATURE: texts(
    'Expected a DPoP proof signed by the key in its header',
    'DPoP 證明應以其標頭所載的密鑰簽署',
    'DPoP 证明应以其标头所载的密钥签名',
  ),
  PROOF_CLAIMS: texts(
    'Expected `jti`, `htm`, `htu` and `iat` in the DPoP proof',
    'DPoP 證明應載有 `jti`、`htm`、`htu` 及 `iat`',
    'DPoP 证明应载有 `jti`、`htm`、`htu` 及 `iat`',
  ),
  PROOF_METHOD: texts(
    'Expected a DPoP proof for the method of this request (`htm`)',
    'DPoP 證明應與此請求的方法相符（`htm`）',
    'DPoP 证明应与此请求的方法相符（`htm`）',
  ),
  PROOF_URL: texts(
    'Expected a DPoP proof for the address of this request (`htu`), as the gateway is known to its clients',
    'DPoP 證明應與此請求的網址相符（`htu`），並以用戶端所知的系統網址為準',
    'DPoP 证明应与此请求的网址相符（`htu`），并以客户端所知的系统网址为准',
  ),
  PROOF_TIME: texts(
    'Expected a DPoP proof made within the last minute (`iat`); check the clock',
    'DPoP 證明應於一分鐘內產生（`iat`）；請檢查時鐘',
    'DPoP 证明应在一分钟内生成（`iat`）；请检查时钟',
  ),
  PROOF_TOKEN: texts(
    'Expected a DPoP proof for this very token (`ath`)',
    'DPoP 證明應專為此權杖產生（`ath`）',
    'DPoP 证明应专为此令牌生成（`ath`）',
  ),
  PROOF_KEY: texts(
    'Expected a DPoP proof by the key that the token is bound to (`cnf.jkt`)',
    'DPoP 證明應以權杖所綁定的密鑰簽署（`cnf.jkt`）',
    'DPoP 证明应以令牌所绑定的密钥签名（`cnf.jkt`）',
  ),
  PROOF_REPLAYED: texts(
    'Expected a DPoP proof that has not been used before; make one for each request',
    '此 DPoP 證明先前已經使用；每個請求應使用新的證明',
    '此 DPoP 证明先前已经使用；每个请求应使用新的证明',
  ),
} as const satisfies Readonly<Record<string, Texts>>;

/** What is wrong with a declared purpose of use. */
export const PURPOSE_TEXTS = {
  PURPOSE_MISSING: texts(
    'Expected the header `Purpose-Of-Use` with one purpose of use',
    '標頭 `Purpose-Of-Use` 應註明一項使用目的',
    '标头 `Purpose-Of-Use` 应注明一项使用目的',
  ),
  PURPOSE_SEVERAL: texts(
    'Expected exactly one purpose of use in `Purpose-Of-Use`, got several',
    '`Purpose-Of-Use` 只可註明一項使用目的，但收到多項',
    '`Purpose-Of-Use` 只可注明一项使用目的，但收到多项',
  ),
  PURPOSE_UNKNOWN: texts(
    'Expected an HL7 v3 purpose of use in `Purpose-Of-Use`, such as TREAT or PATRQT',
    '`Purpose-Of-Use` 應為 HL7 v3 的使用目的，例如 TREAT 或 PATRQT',
    '`Purpose-Of-Use` 应为 HL7 v3 的使用目的，例如 TREAT 或 PATRQT',
  ),
  PURPOSE_FOREIGN: texts(
    "Expected one of the token's own purposes in `Purpose-Of-Use`",
    '`Purpose-Of-Use` 應為權杖本身所載的其中一項使用目的',
    '`Purpose-Of-Use` 应为令牌本身所载的其中一项使用目的',
  ),
} as const satisfies Readonly<Record<string, Texts>>;
