import type { Unit } from "./calendar.ts";
import type { Meaning } from "./meaning.ts";
import type { Item } from "./pattern.ts";

/** What a rule matched, for its reading to make sense of. */
export class Match {
  readonly items: readonly Item[];
  readonly settings: Readonly<Record<string, string>>;

  constructor(items: readonly Item[], settings: Readonly<Record<string, string>>) {
    this.items = items;
    this.settings = settings;
  }

  /** The value of the first matched word of one of the classes, in the order of the classes. */
  value(...classes: string[]): string | number | undefined {
    for (const name of classes)
      for (const item of this.items) {
        const value = item.meaning ? undefined : item.classes.get(name);
        if (value !== undefined) return value;
      }
    return undefined;
  }

  /** The same as a number; undefined where no word has it. */
  number(...classes: string[]): number | undefined {
    const value = this.value(...classes);
    return value === undefined ? undefined : Number(value);
  }

  /** The values of all matched words with the class, in order. */
  numbers(...classes: string[]): number[] {
    const found: number[] = [];
    for (const item of this.items)
      for (const name of classes)
        if (!item.meaning && item.classes.has(name)) {
          found.push(Number(item.classes.get(name)));
          break;
        }
    return found;
  }

  /** The times that earlier layers read among the matched items. */
  get inner(): Meaning[] {
    return this.items.flatMap((item) => (item.meaning ? [item.meaning] : []));
  }

  has(...words: string[]): boolean {
    return this.items.some((item) => words.includes(item.lower));
  }

  get unit(): Unit {
    return (this.settings.unit ?? this.value("UNIT", "UNITS", "QUARTER")) as Unit;
  }

  setting(name: string): number | undefined {
    const value = this.settings[name];
    return value === undefined ? undefined : Number(value);
  }
}
