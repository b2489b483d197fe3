import type * as z from "zod";
import type { Desk } from "./desk.ts";

/** A question with its typed input and answer: what the command line, the HTTP API and the docs are made from. */
export interface Question<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** As a command calls it. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** Throws UsageError where an actor is not known or two are meant. */
  answer(desk: Desk, input: z.output<Input>): z.output<Output> | Promise<z.output<Output>>;
}
