/** A name without what tells namesakes apart: "Ada Lind (SWE)" is "Ada Lind". */
export const bare = (id: string): string => id.replace(/\s*\([^)]*\)$/, "");
