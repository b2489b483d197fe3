import { SingleBar } from "cli-progress";

/** A progress bar, or nothing where nobody watches. */
export interface Progress {
  /** Passes chunks on and counts their bytes. */
  watch(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  row(failed: boolean): void;
  stop(): void;
}

/**
 * A progress bar on a terminal: bytes of the file where its size is known, else rows alone.
 * On anything but a terminal nothing is written.
 */
export function progressOn(stream: NodeJS.WriteStream, bytes: number | undefined): Progress {
  if (!stream.isTTY) return { watch: (chunks) => chunks, row: () => {}, stop: () => {} };
  const format = bytes
    ? "{bar} {percentage}%  {rows} rows  {failed} failed  {eta_formatted} left"
    : "{rows} rows  {failed} failed  {duration_formatted}";
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true, barsize: 30, etaBuffer: 200 });
  let rows = 0;
  let failures = 0;
  let seen = 0;
  const start = Date.now();
  const state = (): object => ({ rows, failed: failures, duration: Date.now() - start });
  bar.start(bytes ?? 1, 0, state());
  return {
    async *watch(chunks) {
      for await (const chunk of chunks) {
        seen += chunk.length;
        yield chunk;
      }
    },
    row(failed) {
      rows += 1;
      if (failed) failures += 1;
      bar.update(bytes ? Math.min(seen, bytes) : 0, state());
    },
    stop: () => bar.stop(),
  };
}
