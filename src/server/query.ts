import * as z from "zod";

/** Values of a query string, which are all strings, as the types that they stand for. */

type Loose<T> = T extends number ? T | string : T extends boolean ? T | string : T;
type LooseInput<T> = { [K in keyof T]: Loose<T[K]> };

const toNumber = (value: unknown): unknown =>
  typeof value === "string" && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
const toBoolean = (value: unknown): unknown => (value === "true" ? true : value === "false" ? false : value);
const toList = (value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value]);

/** A whole number; the schema says what it is where it is not given. */
export const Int = (schema: z.ZodDefault<z.ZodInt>) =>
  z.preprocess(toNumber, schema) as unknown as z.ZodDefault<z.ZodType<number, number | string>>;

/** "true" or "false". */
export const Flag = z.preprocess(toBoolean, z.boolean().optional()) as unknown as z.ZodOptional<
  z.ZodType<boolean, boolean | "true" | "false">
>;

/** A parameter that may be given several times. */
export const Many = <T extends z.ZodType>(item: T) =>
  z.preprocess(toList, z.array(item).max(50).optional()) as unknown as z.ZodOptional<
    z.ZodType<z.output<T>[], z.input<T>[] | z.input<T>>
  >;

/** The schema of a query string for a schema of values: its numbers and flags are given as strings. */
export function asQuery<T extends z.ZodObject>(schema: T): Query<T> {
  const fields = Object.entries(schema.shape).map(([name, field]): [string, z.ZodType] => {
    const kind = innermost(field as z.ZodType);
    if (kind === "number") return [name, z.preprocess(toNumber, field as z.ZodType)];
    if (kind === "boolean") return [name, z.preprocess(toBoolean, field as z.ZodType)];
    if (kind === "array") return [name, z.preprocess(toList, field as z.ZodType)];
    return [name, field as z.ZodType];
  });
  return z.strictObject(Object.fromEntries(fields)) as unknown as Query<T>;
}

type Query<T extends z.ZodObject> = z.ZodPipe<
  z.ZodType<z.output<T>, LooseInput<z.input<T>>>,
  z.ZodType<z.output<T>, z.output<T>>
>;

function innermost(schema: z.ZodType): string {
  const { def } = schema as z.ZodType & { readonly def: { readonly type: string; readonly innerType?: z.ZodType } };
  return def.innerType ? innermost(def.innerType) : def.type;
}
