/** Values in words, without the lexicon: these work in a browser too. */

/**
 * An actor's standard name as a person would write it: "USA" is "United States", "FRA:military leaders" is
 * "military leaders (France)". Names of people and bodies stay as they are.
 */
export function actorInWords(name: string, stateName: (code: string) => string): string {
  const unnamed = /^([^:]+):(.+)$/.exec(name);
  if (unnamed) return `${unnamed[2]} (${stateName(unnamed[1]!)})`;
  return /^[A-Z]{3}$/.test(name) ? stateName(name) : name;
}

/** Names in a row: "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

/** A sum in words: 90e9 is "90 billion"; smaller and odd ones keep their digits, grouped. */
export function readableAmount(amount: number): string {
  for (const [scale, word] of SCALES) {
    const scaled = Number((amount / scale).toPrecision(12));
    if (Math.abs(scaled) >= 1 && Number(scaled.toFixed(3)) === scaled) return `${scaled.toLocaleString("en")} ${word}`;
  }
  return amount.toLocaleString("en", { maximumFractionDigits: 2 });
}
