/** Words that speak of several: "two French journalists", "both leaders". */
const SEVERAL = /^(?:the |these |those )?(?:two|three|four|five|six|seven|both|several|some|many|all|they|them)\b/i;
/** What stands behind the noun that says who is meant. */
const BEHIND = /\s(?:of|for|from|in|at|to|on|with|who|whose)\s/;

/** Whether words name one person alone; "the Presidents" and "the two leaders" do not. `id` is the person's name. */
export function forOne(alias: string, id: string): boolean {
  if (SEVERAL.test(alias) || /\p{Lu}\S* and \p{Lu}/u.test(alias)) return false;
  const last = alias
    .split(BEHIND)[0]!
    .replace(/['’]s?$/, "")
    .split(" ")
    .at(-1)!;
  return id.split(" ").includes(last) || !/[^su]s$/.test(last);
}
