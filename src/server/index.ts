export type { Api } from "./api.ts";
export { createApp } from "./app.ts";
export { addExamples } from "./examples.ts";
export { checkGuard, type GuardOptions, isLoopback } from "./guard.ts";
export { type Listening, listen } from "./listen.ts";
export { makeServices, type ServiceOptions, type Services } from "./services.ts";
export { warm } from "./warm.ts";
