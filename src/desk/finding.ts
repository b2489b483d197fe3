/** What a part of the comparison of two entries finds: a rule that keeps apart, or rules that weigh. */
export interface Finding {
  readonly apart?: string;
  readonly rules?: readonly string[];
  readonly nearness?: number;
}
