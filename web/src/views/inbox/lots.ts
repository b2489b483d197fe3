/** What the server takes at once. */
export interface Limits {
  readonly files: number;
  /** Bytes of one file, and of a lot in all. */
  readonly file: number;
  readonly all: number;
}

interface Sized {
  readonly size: number;
}

export interface Lots<T> {
  readonly lots: readonly (readonly T[])[];
  /** Those that the server would refuse, so that they are not sent at all. */
  readonly tooLarge: readonly T[];
}

/** Bytes that a form needs for each file beside its content. */
const AROUND = 1024;

/** Files in lots that the server takes, in the order given. */
export function inLots<T extends Sized>(files: readonly T[], { files: most, file: largest, all }: Limits): Lots<T> {
  const lots: T[][] = [];
  let bytes = 0;
  for (const file of files.filter(({ size }) => size <= largest)) {
    const needs = file.size + AROUND;
    const lot = lots.at(-1);
    if (lot && lot.length < most && bytes + needs <= all) {
      lot.push(file);
      bytes += needs;
    } else {
      lots.push([file]);
      bytes = needs;
    }
  }
  return { lots, tooLarge: files.filter(({ size }) => size > largest) };
}
