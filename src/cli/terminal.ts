import pc from "picocolors";

/** What is known of whoever reads standard output: columns, and whether colour is welcome. */
export function terminal(): { readonly width: number; readonly colour: boolean } {
  const { isTTY, columns } = process.stdout;
  return {
    width: isTTY && columns ? Math.max(40, Math.min(columns, 120)) : 100,
    colour: pc.isColorSupported && isTTY === true,
  };
}
