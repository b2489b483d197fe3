const LONGEST_ENDING = 7;
const NAMES = new Set(["NNP", "NNPS"]);

/** Finds lemmas by rules learnt from the treebank (train/lemmas.py). Lower case, but for names and "I". */
export class Lemmatiser {
  private readonly rules = new Map<string, string>();
  private readonly known = new Map<string, Map<string, string>>();

  /** `rows`: "tag ending edit", apart by tabs; "^" opens a whole word; an edit is letters to cut and what to add. */
  constructor(rows: readonly string[]) {
    for (const row of rows) {
      const [tag, ending, edit] = row.split("\t") as [string, string, string];
      this.rules.set(`${tag} ${ending}`, edit);
    }
  }

  /** The lemma of a word with its Penn tag. */
  lemma(text: string, tag: string): string {
    const known = this.knownOf(tag);
    const before = known.get(text);
    if (before !== undefined) return before;
    const lemma = this.work(text, tag);
    known.set(text, lemma);
    return lemma;
  }

  private knownOf(tag: string): Map<string, string> {
    const known = this.known.get(tag);
    if (known && known.size < 10_000) return known;
    const fresh = new Map<string, string>();
    this.known.set(tag, fresh);
    return fresh;
  }

  private work(text: string, tag: string): string {
    if (!/\p{L}/u.test(text)) return text;
    const low = text.toLowerCase().replace(/[’`]/g, "'");
    const edit = this.edit(low, tag);
    const cut = Number.parseInt(edit, 10);
    const add = edit.slice(String(cut).length);
    if (cut === 0 && add === "") return NAMES.has(tag) || low === "i" ? text : low;
    const stem = NAMES.has(tag) ? text : low;
    return stem.slice(0, Math.max(0, stem.length - cut)) + add;
  }

  private edit(form: string, tag: string): string {
    const whole = this.rules.get(`${tag} ^${form}`);
    if (whole !== undefined) return whole;
    for (let n = Math.min(LONGEST_ENDING, form.length - 1); n >= 0; n--) {
      const edit = this.rules.get(`${tag} ${n === 0 ? "" : form.slice(-n)}`);
      if (edit !== undefined) return edit;
    }
    return "0";
  }
}
