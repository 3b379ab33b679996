/** The gateway of the graph. */
export { createGateway } from './host/gateway.js';
export type { Gateway, GatewayOptions } from './host/gateway.js';
export { DEFAULT_CACHE_LIMITS } from './host/cache-limits.js';
export type { CacheLimits } from './host/cache-limits.js';
export { DEFAULT_PLANNING } from './planning/index.js';
export type { LaneWidth, PlanningLimits } from './planning/index.js';
export { printBody } from './host/answer-body.js';
export type { AnswerBody, AnswerData } from './host/answer-body.js';
export type { GraphQLAnswer, GraphQLCore } from './host/graphql-core.js';
export type { GatewayContext, GraphQLRequest } from './host/graphql-request.js';
export type { AfterMutation } from './host/after-mutation.js';
export { createBackground } from './host/background.js';
export type { Background, BackgroundOptions, Pauses } from './host/background.js';
export type { DecideFor } from './host/decide-for.js';
export type { OwnCall } from './host/own-calls.js';
export { RequestError } from './host/read-body.js';
export type { SubscriptionLimits } from './host/subscriptions/subscriptions.js';
export type { Exchanges, SubgraphTransport } from './host/dispatch.js';
export { DEFAULT_EXCHANGE_LIMITS } from './host/exchange-limits.js';
export type { ExchangeLimits } from './host/exchange-limits.js';
export { httpTransport } from './host/http-transport.js';
export type { HttpTransport, HttpTransportOptions } from './host/http-transport.js';
export { inProcessTransport } from './host/in-process-transport.js';
export type { InProcessTransportOptions } from './host/in-process-transport.js';
export { HOST_KINDS, serveGateway } from './http/serve.js';
export type { HttpRoute } from './host/http-route.js';
export type { HostKind, ServeOptions, ServedGateway } from './http/serve.js';
export { DocumentsError, readDocuments } from './http/document-texts.js';
export type { DocumentTexts } from './http/document-texts.js';
export type { ServedDocuments } from './http/served-documents.js';
export { DEFAULT_HTTP_LIMITS } from './http/http-limits.js';
export type { HttpLimits } from './http/http-limits.js';
export { imagesRoute } from './images/images-route.js';
export type { ImagesRouteOptions } from './images/images-route.js';
export type { ImagesHost, ImagesOptions } from './images/ports.js';
export { uploadRoutes } from './images/uploads-route.js';
export { DEFAULT_LIMITS } from './host/limits.js';
export type { OperationLimits } from './host/limits.js';
export { tokenEndpoint } from './host/token-endpoint.js';
export type { TokenEndpointOptions } from './host/token-endpoint.js';
export { ProofMemory, createIdentity, createSessionIssuer, roleScopes } from './identity/index.js';
export type {
  Identity,
  IdentityOptions,
  SessionIssuer,
  Subjects,
  TakenProofs,
  TrustedIssuer,
} from './identity/index.js';
export { DeliveryError } from './courier/channel.js';
export type { Channel, Channels, DeliveryFailure } from './courier/channel.js';
export { PATIENT_CHANNELS } from './courier/message.js';
export type { Message, PatientChannel } from './courier/message.js';
export { smtpChannel } from './courier/smtp-channel.js';
export type { SmtpOptions } from './courier/smtp-channel.js';
export { webhookChannel } from './courier/webhook-channel.js';
export type { WebhookChannel, WebhookOptions } from './courier/webhook-channel.js';
export { NO_METRICS, PrometheusMetrics, serveMetrics } from './metrics/index.js';
export type { GatewayMetrics, ServedMetrics } from './metrics/index.js';
