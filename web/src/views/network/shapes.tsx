/** What kind of actor a node is, told by its shape. */
export type Shape = "person" | "official" | "state" | "body";

export const SHAPES: readonly { readonly shape: Shape; readonly words: string }[] = [
  { shape: "person", words: "person" },
  { shape: "official", words: "official without a name" },
  { shape: "state", words: "state" },
  { shape: "body", words: "body or group" },
];

/** The shape of a kind of actor; those of whom no kind is known are states more often than not when they are codes. */
export function shapeOf(kind: string | null): Shape {
  if (kind === "person" || kind === "official") return kind;
  return kind === "organisation" || kind === "group" ? "body" : "state";
}

/** The mark of a node around the origin; all shapes of one radius have about one area. */
export function NodeShape({ shape, r }: { readonly shape: Shape; readonly r: number }) {
  switch (shape) {
    case "person":
      return <circle class="network-mark" r={r} />;
    case "official":
      return <circle class="network-mark network-open" r={r} />;
    case "state": {
      const half = r * 0.89;
      return <rect class="network-mark" x={-half} y={-half} width={2 * half} height={2 * half} />;
    }
    case "body": {
      const half = r * 1.25;
      return <path class="network-mark" d={`M0 ${-half}L${half} 0L0 ${half}L${-half} 0Z`} />;
    }
  }
}
