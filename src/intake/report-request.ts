/** The `row` of a thread's request whose bytes are a Report as JSON, not a row of a stream. */
export const REPORT = 0;
