import { SingleBar } from "cli-progress";

/** A progress bar, or nothing where nobody watches. */
export interface Progress {
  /** A row is done; `size` is its bytes. */
  row(failed: boolean, size: number): void;
  stop(): void;
}

/**
 * A progress bar on a terminal: bytes of the file where its size is known, else rows alone.
 * On anything but a terminal nothing is written.
 */
export function progressOn(stream: NodeJS.WriteStream, bytes: number | undefined): Progress {
  if (!stream.isTTY) return { row: () => {}, stop: () => {} };
  const format = bytes
    ? "{bar} {percentage}%  {rows} rows  {failed} failed  {eta_formatted} left"
    : "{rows} rows  {failed} failed  {duration_formatted}";
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true, barsize: 30, etaBuffer: 200 });
  let rows = 0;
  let failures = 0;
  let seen = 0;
  const state = (): object => ({ rows, failed: failures });
  bar.start(bytes ?? 1, 0, state());
  return {
    row(failed, size) {
      rows += 1;
      seen += size;
      if (failed) failures += 1;
      bar.update(bytes ? Math.min(seen, bytes) : 0, state());
    },
    stop: () => bar.stop(),
  };
}
