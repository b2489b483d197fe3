import { PROBLEMS } from "./problem.ts";

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: object } } };
  readonly responses: { readonly [status: string]: { readonly description: string; readonly content?: object } };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: { readonly [key: string]: unknown };
}

interface Document {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
}

/** A page that reads as the documentation of the API: one file, no script, nothing from elsewhere. */
export function docsPage(openapi: object): string {
  const { info, tags, paths } = openapi as Document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = tags.map(({ name, description }) => {
    const own = operations.filter(({ operation }) => operation.tags?.[0] === name);
    const parts = own.map(({ path, method, operation }) => operationPart(path, method, operation));
    return `<section><h2 id="${html(name)}">${html(name)}</h2><p>${html(description)}</p>${parts.join("")}</section>`;
  });
  const nav = tags.map(({ name }) => `<a href="#${html(name)}">${html(name)}</a>`).join(" ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(info.title)} API</title>
<link rel="stylesheet" href="/api/docs/style.css">
</head>
<body>
<header><h1>${html(info.title)} API <small>${html(info.version)}</small></h1>
<p>${html(info.description)} The whole document: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Parts">${nav} <a href="#problems">problems</a></nav></header>
<main>${sections.join("\n")}
<section><h2 id="problems">problems</h2><p>What <code>type</code> of a problem document means.</p>${problems()}</section></main>
</body>
</html>
`;
}

function operationPart(path: string, method: string, operation: Operation): string {
  const { summary = "", description, parameters = [], requestBody, responses } = operation;
  const given = parameters.filter((one) => one.in !== "cookie");
  const types = Object.keys(requestBody?.content ?? {});
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(responses).filter(([status]) => status !== "default" && status !== "304");
  return `<article id="${html(`${method}-${path}`)}">
<h3><b class="${html(method)}">${html(method.toUpperCase())}</b> <code>/api${html(path)}</code></h3>
<p>${html(summary)}${/[.!?]$/.test(summary) ? "" : "."} ${html(description ?? "")}</p>
${given.length > 0 ? `<table><tbody>${given.map(parameterRow).join("")}</tbody></table>` : ""}
${schema ? `<details><summary>Body: ${html(types.join(", "))}</summary><pre>${html(JSON.stringify(schema, null, 2))}</pre></details>` : ""}
<ul>${answers.map(([status, one]) => answerItem(status, one)).join("")}</ul>
</article>`;
}

function answerItem(status: string, { description, content }: Operation["responses"][string]): string {
  const schema = Object.values(content ?? {})[0] as { readonly schema?: object } | undefined;
  const form = schema?.schema ? `<pre>${html(JSON.stringify(schema.schema, null, 2))}</pre>` : "";
  const line = `${html(status)}: ${html(description)}`;
  return `<li>${form ? `<details><summary>${line}</summary>${form}</details>` : line}</li>`;
}

function parameterRow({ name, required, description, schema, in: where }: Parameter): string {
  const values = enumOf(schema);
  const form = values ? values.join(" | ") : [schema.type].flat().join(" | ");
  const usual = "default" in schema ? `; ${String(schema.default)} where not given` : "";
  const text = [description ?? schema.description, `${form}${usual}`].filter(Boolean).join(" · ");
  return `<tr><th scope="row"><code>${html(name)}</code></th><td>${html(where)}${required ? ", needed" : ""}</td><td>${html(text)}</td></tr>`;
}

function enumOf(schema: Parameter["schema"]): readonly unknown[] | undefined {
  const own = schema.enum ?? (schema.items as Parameter["schema"] | undefined)?.enum;
  return Array.isArray(own) ? own : undefined;
}

const problems = (): string =>
  `<table><tbody>${Object.entries(PROBLEMS)
    .map(
      ([kind, [status, title]]) =>
        `<tr id="${kind}"><th scope="row"><code>${kind}</code></th><td>${status}</td><td>${html(title)}</td></tr>`,
    )
    .join("")}</tbody></table>`;

/** Text as HTML. */
export const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const docsStyle = `:root { color-scheme: light dark; --line: #8886; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .9em; }
pre { overflow: auto; padding: .75rem; border: 1px solid var(--line); border-radius: .25rem; }
h1 small { font-weight: 400; font-size: .6em; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); text-transform: capitalize; }
article { margin: 1.5rem 0; }
h3 { margin-bottom: 0; font-size: 1rem; overflow-wrap: anywhere; }
h3 b { display: inline-block; min-width: 3.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); font-weight: 400; overflow-wrap: anywhere; }
tr:target { background: #fd48; }
nav a { margin-right: .75rem; display: inline-block; }
`;
