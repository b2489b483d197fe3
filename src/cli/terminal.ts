import pc from "picocolors";

/** What is known of whoever reads standard output: columns, and whether colour is welcome (NO_COLOR, FORCE_COLOR). */
export function terminal(): { readonly width: number; readonly colour: boolean } {
  const { isTTY = false, columns } = process.stdout;
  const width = isTTY && columns ? Math.max(40, Math.min(columns, 120)) : 100;
  return { width, colour: pc.isColorSupported && (isTTY || Boolean(process.env.FORCE_COLOR)) };
}
