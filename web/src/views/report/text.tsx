import { memo } from "./memo.ts";
import { type Line, linesOf, type Mark, type Marked, type Piece } from "./segments.ts";

interface TextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** The address that selects an entry. */
  readonly hrefOf: (key: string) => string;
}

/** A report's text for reading, with its marks. Wrapping changes no offset: each line knows where it begins. */
export const ReportText = memo(({ text, marks, hrefOf }: TextProps) => (
  <>
    {linesOf(text, marks).map((line) => (
      <TextLine line={line} hrefOf={hrefOf} key={line.from} />
    ))}
  </>
));

const TextLine = ({ line, hrefOf }: { readonly line: Line; readonly hrefOf: TextProps["hrefOf"] }) => (
  <p class="report-line" data-from={line.from} data-line={line.number}>
    {drawn(line.pieces, { owners: [], reached: new Set(), hrefOf })}
  </p>
);

interface Drawing {
  /** The entries around a piece, the outermost first. */
  readonly owners: readonly Mark[];
  /** Keys that the keyboard can reach already: an entry is one stop, however often it is cut. */
  readonly reached: Set<string>;
  readonly hrefOf: TextProps["hrefOf"];
}

function drawn(pieces: readonly Piece[], drawing: Drawing) {
  return pieces.map((piece) => {
    if ("mark" in piece)
      return <MarkedWords marked={piece} drawing={drawing} key={`${piece.mark.id} ${startOf(piece)}`} />;
    const owner = drawing.owners.at(-1);
    if (!owner || !/[\p{L}\p{N}]/u.test(piece.text)) return piece.text;
    const stop = owner.main && !drawing.reached.has(owner.id);
    if (stop) drawing.reached.add(owner.id);
    return (
      <a
        class="report-words"
        href={drawing.hrefOf(owner.id)}
        draggable={false}
        data-keys={drawing.owners.map(({ id }) => id).join(" ")}
        tabIndex={stop ? undefined : -1}
        aria-describedby={`named-${owner.id}`}
        key={piece.from}
      >
        {piece.text}
      </a>
    );
  });
}

const startOf = ({ mark, pieces }: Marked): number => {
  const [inner] = pieces;
  return inner === undefined ? mark.from : "mark" in inner ? startOf(inner) : inner.from;
};

function MarkedWords({ marked, drawing }: { readonly marked: Marked; readonly drawing: Drawing }) {
  const { mark, first, last, height, pieces } = marked;
  const { layer, type, id, gloss } = mark;
  if (layer !== "entry") {
    return (
      <span
        class={`report-${layer}`}
        id={layer === "cited" && first ? "cited" : undefined}
        data-gloss={last ? gloss : undefined}
      >
        {drawn(pieces, drawing)}
      </span>
    );
  }
  const owners = drawing.owners.some((owner) => owner.id === id) ? drawing.owners : [...drawing.owners, mark];
  return (
    <span class={`report-mark report-mark-${type} report-mark-${Math.min(height, 3)}`} data-key={id}>
      {drawn(pieces, { ...drawing, owners })}
    </span>
  );
}
