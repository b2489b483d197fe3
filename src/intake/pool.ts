import { Worker } from "node:worker_threads";
import { DataError } from "../record/errors.ts";
import type { Answer } from "./row.ts";
import type { RowRequest, WorkerMessage } from "./worker.ts";

interface Task {
  readonly request: RowRequest;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Threads that read rows, one row a thread at a time. A thread that dies fails its row and is replaced;
 * one that cannot even start fails every row. `close` must be called, or the process does not end.
 */
export class Pool {
  readonly #waiting: Task[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Task>();
  readonly #starting = new Set<Worker>();
  #broken: Error | undefined;
  readonly #script: URL;
  #closed = false;

  /** `script` is the module that each thread runs; it speaks as worker.ts does. */
  constructor(size: number, script: URL = new URL("./worker.ts", import.meta.url)) {
    this.#script = script;
    for (let i = 0; i < size; i++) this.#start();
  }

  /**
   * The answer to one row. Rejects where the thread died on it, with a DataError where no thread can start.
   * The bytes are moved, not copied.
   */
  read(request: RowRequest): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle, ...this.#busy.keys(), ...this.#starting].map((worker) => worker.terminate()));
  }

  #start(): void {
    const worker = new Worker(this.#script);
    let death = new Error("the thread that read it stopped");
    this.#starting.add(worker);
    worker.on("message", (message: WorkerMessage) => this.#hear(worker, message));
    worker.on("error", (error) => {
      death = error instanceof Error ? error : new Error(String(error));
    });
    worker.on("exit", () => this.#bury(worker, death));
  }

  #hear(worker: Worker, message: WorkerMessage): void {
    this.#starting.delete(worker);
    this.#idle.push(worker);
    if (message !== "ready") {
      const task = this.#busy.get(worker);
      this.#busy.delete(worker);
      task?.resolve(message);
    }
    this.#next();
  }

  #bury(worker: Worker, death: Error): void {
    if (this.#closed) return;
    if (this.#starting.delete(worker)) {
      this.#broken ??= new DataError(`The reader cannot start: ${death.message}`);
    } else {
      this.#busy.get(worker)?.reject(death);
      this.#busy.delete(worker);
      if (this.#idle.includes(worker)) this.#idle.splice(this.#idle.indexOf(worker), 1);
      this.#start();
    }
    this.#next();
  }

  #next(): void {
    if (this.#broken) for (const task of this.#waiting.splice(0)) task.reject(this.#broken);
    while (!this.#closed && this.#waiting.length > 0 && this.#idle.length > 0) {
      const worker = this.#idle.pop()!;
      const task = this.#waiting.shift()!;
      this.#busy.set(worker, task);
      worker.postMessage(task.request, [task.request.bytes.buffer]);
    }
  }
}
