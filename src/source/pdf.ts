import { getDocumentProxy } from "unpdf";
import { InputError } from "../record/errors.ts";
import type { Content } from "./report.ts";
import { cleanText } from "./text.ts";
import { type PrintedLine, unwrapLines } from "./unwrap.ts";

const MAX_PAGES = 1000;
/** Below this many characters a page, what text there is comes from a stamp or a scanner, not from the report. */
const FEWEST_CHARACTERS = 15;

/**
 * The text of a PDF: paragraphs put together from lines and separated by "\n", and the title its metadata give.
 * The day a PDF was made is not the day of publication, which stays null.
 * Throws InputError where it is damaged, encrypted, scanned without a text layer, or too long.
 */
export async function pdfContent(bytes: Uint8Array): Promise<Content> {
  const document = await opened(bytes);
  if (document.numPages > MAX_PAGES)
    throw new InputError(`The PDF has ${document.numPages} pages; at most ${MAX_PAGES} are read.`);
  const lines: PrintedLine[] = [];
  for (let page = 1; page <= document.numPages; page++) lines.push(...(await pageLines(document, page)));
  refuseScanned(lines, document.numPages);
  const { text, notes } = cleanText(unwrapLines(lines).join("\n"));
  return { text, title: await titleOf(document), published: null, publisher: null, address: null, notes };
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function opened(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "PasswordException") {
      throw new InputError("The PDF is encrypted and asks for a password. Save it without one and give that.");
    }
    throw new InputError(`The PDF is damaged and cannot be read (${message.replace(/[.\s]+$/, "")}).`);
  }
}

async function pageLines(document: Pdf, number: number): Promise<PrintedLine[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const lines: PrintedLine[] = [];
  let open: PrintedLine | undefined;
  const close = (): void => {
    const text = open?.text.replace(/\s+/g, " ").trim();
    if (open && text) lines.push({ ...open, text });
    open = undefined;
  };
  for (const item of items) {
    if (!("str" in item)) continue;
    const [, , c = 0, d = 0, left = 0, bottom = 0] = item.transform as number[];
    const size = Math.hypot(c, d);
    if (item.str.trim() !== "") {
      if (open && Math.abs(open.bottom - bottom) > 0.6 * Math.max(open.size, size)) close();
      const right = left + item.width;
      open = open
        ? { ...open, text: open.text + item.str, right: Math.max(open.right, right), size: Math.max(open.size, size) }
        : { text: item.str, page: number, left, right, bottom, size };
    } else if (open && item.str !== "") open = { ...open, text: `${open.text} ` };
    if (item.hasEOL) close();
  }
  close();
  page.cleanup();
  return lines;
}

function refuseScanned(lines: readonly PrintedLine[], pages: number): void {
  const text = lines.map((line) => line.text).join("");
  if (text.length < Math.min(FEWEST_CHARACTERS * pages, 200)) {
    throw new InputError(
      "The PDF is scanned: it has pictures of pages but no text layer. Add one with text recognition (OCR), for example ocrmypdf.",
    );
  }
  const unreadable = text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  if (unreadable > text.length * 0.3) {
    throw new InputError(
      "The PDF's fonts do not tell which letters they show. Run text recognition (OCR) on it, for example ocrmypdf --force-ocr.",
    );
  }
}

async function titleOf(document: Pdf): Promise<string | null> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const title = (info as { Title?: unknown }).Title;
  const useful =
    typeof title === "string" &&
    !/^(?:untitled|microsoft word|document\d*$)|\.(?:docx?|pdf|indd|qxd)$/i.test(title.trim());
  return useful ? title.trim() || null : null;
}
