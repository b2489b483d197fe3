"""What the network sees of a word. src/syntax/forms.ts does the same, character for character."""

QUOTES = {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛`´′ʼ", "'")}
CURRENCIES = set("€£¥¤₹₽₩₴₺¢")
DASHES = {"—", "–", "―", "‒", "--", "---", "−"}
NGRAM_BUCKETS = 16384
LONGEST = 30


def normal(form):
    """The form with typographic variants folded: quotes, dashes, currency signs, ellipsis."""
    if form in ("``", "''"):
        return '"'
    if form in DASHES:
        return "--"
    if form == "…":
        return "..."
    return "".join("$" if c in CURRENCIES else QUOTES.get(c, c) for c in form)


def key(normal_form):
    """The lookup key of the word tables: lower case, digits as 0."""
    return "".join("0" if "0" <= c <= "9" else c for c in normal_form.lower())


def shape(normal_form):
    """Capitals X, small letters x, digits d, other ASCII as it is; runs cut to two."""
    out = []
    for c in normal_form:
        if "0" <= c <= "9":
            k = "d"
        elif c.lower() != c:
            k = "X"
        elif c.upper() != c:
            k = "x"
        elif ord(c) < 128:
            k = c
        else:
            k = "?"
        if len(out) < 2 or out[-1] != k or out[-2] != k:
            out.append(k)
    return "".join(out[:12])


def ngrams(word_key):
    """Buckets of the 2- to 5-grams of the key between its boundaries (2-grams only at the ends)."""
    chars = [ord(c) for c in word_key]
    if len(chars) > LONGEST:
        chars = chars[: LONGEST // 2] + chars[-LONGEST // 2 :]
    chars = [60] + chars + [62]
    buckets = []
    for n in range(2, 6):
        starts = range(len(chars) - n + 1)
        if n == 2:
            starts = [0, len(chars) - 2]
        for s in starts:
            h = 2166136261
            for c in chars[s : s + n]:
                h = ((h ^ c) * 16777619) & 0xFFFFFFFF
            buckets.append((h ^ (h >> 15)) % NGRAM_BUCKETS)
    return buckets
