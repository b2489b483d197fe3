import { useState } from "preact/hooks";

const CHOICES = ["auto", "light", "dark"] as const;
type Choice = (typeof CHOICES)[number];
const WORDS: Readonly<Record<Choice, string>> = { auto: "As the system", light: "Light", dark: "Dark" };

/** Light, dark, or as the system has it. public/theme.js sets it before the first paint. */
export function ThemeSwitch() {
  const [choice, setChoice] = useState<Choice>(() => chosen());
  const choose = (next: Choice): void => {
    setChoice(next);
    if (next === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem("chancery.theme", next);
    } catch {
      // It then holds until the page is left.
    }
  };
  return (
    <label class="theme">
      <span>Colours</span>{" "}
      <select value={choice} onChange={(event) => choose(event.currentTarget.value as Choice)}>
        {CHOICES.map((one) => (
          <option value={one} key={one}>
            {WORDS[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

const chosen = (): Choice => CHOICES.find((one) => one === document.documentElement.dataset.theme) ?? "auto";
