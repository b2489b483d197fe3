import { useEffect, useState } from "preact/hooks";

const query = matchMedia("(min-width: 48rem)");

/** Whether there is room for a month of seven columns with words in them. */
export function useWide(): boolean {
  const [wide, setWide] = useState(query.matches);
  useEffect(() => {
    const changed = (): void => setWide(query.matches);
    query.addEventListener("change", changed);
    return () => query.removeEventListener("change", changed);
  }, []);
  return wide;
}
