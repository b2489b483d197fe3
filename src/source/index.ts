export { publishedOption } from "./dates.ts";
export { type Feed, type FeedItem, loadItem, readFeeds } from "./feeds.ts";
export { type Fetched, type FetchOptions, fetchBytes } from "./fetch.ts";
export { type Bytes, isAddress, type LoadOptions, loadReport, MAX_BYTES } from "./load.ts";
export type { Report, ReportKind } from "./report.ts";
export { FeedError } from "./sniff.ts";
export { cleanText } from "./text.ts";
export { Visitor, type VisitorOptions } from "./visitor.ts";
