import { InputError } from "../record/errors.ts";
import type { Note } from "../record/schema.ts";
import { mendMojibake } from "./mojibake.ts";

/** A decoded text, the encoding that was used, and a note where it had to be guessed or bytes were replaced. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly notes: readonly Note[];
}

/** What is known of the encoding from outside the bytes, most trusted first; unknown labels are passed over. */
export interface DecodeHints {
  /** The charset parameter of an HTTP Content-Type. */
  readonly charset?: string | undefined;
  /** Look for `<meta charset>` or an XML declaration in the first 2,048 bytes. */
  readonly html?: boolean | undefined;
}

const HEAD = 4096;

/**
 * Decodes bytes: byte order mark, then the hints, then UTF-16 told by its zero bytes, then UTF-8, then Windows-1252.
 * A byte order mark is not part of the text. Throws InputError where the bytes are no text.
 */
export function decode(bytes: Uint8Array, hints: DecodeHints = {}): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return lossy(bytes, marked);
  refuseKnownBinary(bytes);
  const declared = knownLabel(hints.charset) ?? (hints.html ? knownLabel(declaredCharset(bytes)) : undefined);
  // Bytes that are valid UTF-8 are hardly ever Windows-1252, whatever a server says.
  const trusted = declared !== "windows-1252" || strictly(bytes, "utf-8") === undefined;
  if (declared && declared !== "utf-8" && trusted) {
    const text = strictly(bytes, declared);
    if (text !== undefined && controlShare(text) < 0.02) return { text, encoding: declared, notes: [] };
  }
  const wide = unmarkedUtf16(bytes);
  if (wide)
    return { ...lossy(bytes, wide), notes: [mended(`The text has no byte order mark; it was read as ${wide}.`)] };
  const text = strictly(bytes, "utf-8");
  if (text !== undefined) {
    refuseControls(text);
    const { text: right, places } = mendMojibake(text);
    const notes =
      places > 0 ? [mended(`${places} places had been UTF-8 read as Windows-1252 (“â€œ”); they were mended.`)] : [];
    return { text: right, encoding: "utf-8", notes };
  }
  return broken(bytes);
}

/** Bytes that are no valid UTF-8: UTF-8 with a few bad bytes where most of it is good, else Windows-1252. */
function broken(bytes: Uint8Array): Decoded {
  const loose = lossy(bytes, "utf-8");
  const bad = count(loose.text, /\uFFFD/g);
  const good = count(loose.text, /[^\0-\x7F\uFFFD]/g);
  if (good > bad) {
    refuseControls(loose.text);
    return loose;
  }
  const text = new TextDecoder("windows-1252").decode(bytes);
  refuseControls(text);
  const notes = [mended("The bytes are no valid UTF-8; they were read as Windows-1252.")];
  return { text, encoding: "windows-1252", notes };
}

function lossy(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const strict = strictly(bytes, encoding);
  if (strict !== undefined) return { text, encoding, notes: [] };
  const note = mended(`Some bytes are no valid ${encoding.toUpperCase()}; each stands as U+FFFD in the text.`);
  return { text, encoding, notes: [note] };
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0 && bytes.length > 3)) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: zero bytes in the high halves, hardly any in the low ones, and no invalid pair. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, HEAD) & ~1;
  const zeros = [0, 0];
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i & 1]! += 1;
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) < end / 2 / 20 || Math.max(even, odd) < 10 * Math.min(even, odd) || end === 0)
    return undefined;
  const encoding = odd > even ? "utf-16le" : "utf-16be";
  const text = strictly(bytes.subarray(0, bytes.length & ~1), encoding);
  return text !== undefined && controlShare(text) < 0.01 ? encoding : undefined;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{0,200}?encoding=["']([\w-]+)/.exec(head)?.[1]
  );
}

/** The Encoding Standard's name for a label. A page that could be searched for "<meta" is not UTF-16, whatever it says. */
function knownLabel(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    const name = new TextDecoder(label.trim()).encoding;
    return name.startsWith("utf-16") ? "utf-8" : name;
  } catch {
    return undefined;
  }
}

const BINARY: readonly (readonly [string, string])[] = [
  ["PK\x03\x04", "a ZIP archive or an office document; save it as plain text, HTML or PDF"],
  ["\xD0\xCF\x11\xE0", "an old office document; save it as plain text, HTML or PDF"],
  ["{\\rtf", "a Rich Text file; save it as plain text, HTML or PDF"],
  ["\x1F\x8B", "gzip data; unpack it first"],
  ["BZh", "bzip2 data; unpack it first"],
  ["\xFD7zXZ", "xz data; unpack it first"],
  ["\x28\xB5\x2F\xFD", "zstd data; unpack it first"],
  ["\x89PNG", "a PNG picture; a scanned report needs text recognition (OCR) first"],
  ["\xFF\xD8\xFF", "a JPEG picture; a scanned report needs text recognition (OCR) first"],
  ["GIF8", "a GIF picture"],
  ["\x7FELF", "a program"],
  ["SQLite format 3\0", "a SQLite database"],
];

function refuseKnownBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const known = BINARY.find(([magic]) => head.startsWith(magic));
  if (known) throw new InputError(`This is no text but ${known[1]}.`);
}

function refuseControls(text: string): void {
  if (controlShare(text) >= 0.1) throw new InputError("This is binary data, not text, HTML or PDF.");
}

/** The share of control characters in the beginning of a text, 0 to 1. */
function controlShare(text: string): number {
  const head = text.slice(0, HEAD);
  return head === "" ? 0 : count(head, /[\0-\x08\x0E-\x1F\x7F\x80-\x84\x86-\x9F]/g) / head.length;
}

const count = (text: string, pattern: RegExp): number => {
  let n = 0;
  for (const _ of text.matchAll(pattern)) n += 1;
  return n;
};

const mended = (message: string): Note => ({ kind: "encoding-mended", message });
