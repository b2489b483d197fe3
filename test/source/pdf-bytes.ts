import { createHash } from "node:crypto";

/** Small PDFs made by hand: with text, of a picture alone, encrypted. */

const object = (number: number, body: string): string => `${number} 0 obj\n${body}\nendobj\n`;

function file(objects: readonly string[], trailer = ""): Uint8Array {
  let out = "%PDF-1.4\n";
  const offsets = objects.map((body, i) => {
    const at = out.length;
    out += object(i + 1, body);
    return at;
  });
  const xref = out.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, "latin1");
}

const stream = (data: string, entries = ""): string =>
  `<< /Length ${data.length}${entries} >>\nstream\n${data}\nendstream`;
const escaped = (text: string): string => text.replace(/[\\()]/g, "\\$&");

export interface Printed {
  readonly text: string;
  readonly left?: number;
  readonly size?: number;
  /** Points below the line before; default 14. */
  readonly down?: number;
}

/** The content stream of a page of printed lines, from the top. Windows-1252 characters only. */
function pageStream(lines: readonly Printed[]): string {
  let y = 760;
  const shown = lines.map(({ text, left = 72, size = 11, down = 14 }) => {
    y -= down;
    return `/F1 ${size} Tf 1 0 0 1 ${left} ${y} Tm (${escaped(text)}) Tj`;
  });
  return `BT ${shown.join("\n")} ET`;
}

const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/** A PDF with one page for each list of lines. */
export function textPdf(pages: readonly (readonly Printed[])[], title?: string): Uint8Array {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    FONT,
    `<< /Title (${escaped(title ?? "")}) >>`,
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(pageStream(lines)),
    ]),
  ];
  return file(objects, title ? " /Info 4 0 R" : "");
}

/** A page that is a picture and nothing else, as scanners make. */
export function scannedPdf(): Uint8Array {
  return file([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
    stream("q 595 0 0 842 0 0 cm /I Do Q"),
    stream(
      "\x00\xFF\xFF\x00",
      " /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8",
    ),
  ]);
}

/** The standard's padding of passwords. */
const PADDING = Buffer.from("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A", "hex");
const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
const md5 = (...parts: Uint8Array[]): Buffer => createHash("md5").update(Buffer.concat(parts)).digest();

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  let j = 0;
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let i = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
}

/** A PDF under the standard security handler, revision 2 (RC4, 40 bits), that asks for `password` unless it is "". */
export function encryptedPdf(lines: readonly Printed[], password: string): Uint8Array {
  const id = md5(Buffer.from("chancery"));
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const owner = rc4(md5(padded("owner")).subarray(0, 5), padded(password));
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5);
  const user = rc4(key, PADDING);
  const contents = 4;
  const streamKey = md5(key, Uint8Array.of(contents, 0, 0, 0, 0)).subarray(0, 10);
  const hidden = rc4(streamKey, Buffer.from(pageStream(lines), "latin1")).toString("latin1");
  const hex = (bytes: Buffer): string => `<${bytes.toString("hex")}>`;
  return file(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
      stream(hidden),
      FONT,
      `<< /Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(user)} /P -4 >>`,
    ],
    ` /Encrypt 6 0 R /ID [${hex(id)} ${hex(id)}]`,
  );
}
