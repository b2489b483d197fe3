export interface Parts {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** An ISO 8601 duration in the parts that contacts have; weeks count as days. */
export function partsOf(value: string | null): Parts {
  const count = (pattern: RegExp): number => Number(pattern.exec(value ?? "")?.[1] ?? 0);
  return {
    days: count(/^P.*?([\d.]+)D/) + 7 * count(/^P.*?([\d.]+)W/),
    hours: count(/T.*?([\d.]+)H/),
    minutes: count(/T.*?([\d.]+)M/),
  };
}

/** The same as the record writes it; null where it is none. */
export function durationOf({ days, hours, minutes }: Parts): string | null {
  const time = (hours ? `${hours}H` : "") + (minutes ? `${minutes}M` : "");
  return days || time ? `P${days ? `${days}D` : ""}${time ? `T${time}` : ""}` : null;
}
