import { once } from "node:events";

/** Writes to standard output and waits while the reader of it is behind. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

/** Ends the process quietly where whoever reads the output has gone (`| head`). */
export function quitWhenUnread(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}
