/** A snippet whose found words stand between « and », with these marked instead. */
export function Marked({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/«([^»]*)»/).map((part, i) =>
        // Every second part is what stood between the signs. The parts of a text have no name but their place.
        i % 2 === 1 ? <mark key={i}>{part}</mark> : part,
      )}
    </>
  );
}
