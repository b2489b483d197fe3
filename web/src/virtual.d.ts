declare module "virtual:states" {
  /** Names of states by ISO 3166 alpha-3 code. */
  const states: Readonly<Record<string, string>>;
  export default states;
}
