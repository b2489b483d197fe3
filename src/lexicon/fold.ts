const cache = new Map<number, string>();

function foldUnit(code: number): string {
  if (code < 128) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : String.fromCharCode(code);
  const known = cache.get(code);
  if (known !== undefined) return known;
  const unit = String.fromCharCode(code);
  let folded = unit;
  if (unit === "’" || unit === "‘") folded = "'";
  else if (unit === "–" || unit === "‑") folded = "-";
  else if (unit === "ø" || unit === "Ø") folded = "o";
  else if (unit === "ı") folded = "i";
  else if (unit === "ł" || unit === "Ł") folded = "l";
  else if (code < 0xd800 || code > 0xdfff) {
    const base = unit.normalize("NFD")[0] ?? unit;
    const lower = base.toLowerCase();
    folded = lower.length === 1 ? lower : base;
  }
  cache.set(code, folded);
  return folded;
}

/**
 * The text in lower case without diacritics and with straight apostrophes, **of the same length**:
 * offsets in the folded text are offsets in the text itself.
 */
export function fold(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i += 1) out += foldUnit(text.charCodeAt(i));
  return out;
}
