/** The keywords of JSON Schema (draft 7) that the schema of lesson files uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** True where a JSON value is as its schema says; references are looked up in `root`. */
export function matchesSchema(value: unknown, schema: JsonSchema, root: JsonSchema = schema): boolean {
  const matches = (part: JsonSchema) => matchesSchema(value, part, root);
  if (schema.$ref !== undefined) return matches(root.definitions![schema.$ref.replace('#/definitions/', '')]!);
  return (
    (schema.type === undefined || [schema.type].flat().some((type) => isOfType(value, type))) &&
    (!('const' in schema) || value === schema.const) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (schema.anyOf === undefined || schema.anyOf.some(matches)) &&
    (schema.allOf ?? []).every(matches) &&
    (schema.if === undefined || schema.then === undefined || !matches(schema.if) || matches(schema.then)) &&
    areParts(value, schema, root) &&
    isWithin(value, schema)
  );
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areParts(value: unknown, schema: JsonSchema, root: JsonSchema): boolean {
  const { properties = {}, required = [], items } = schema;
  if (Array.isArray(value)) return items === undefined || value.every((item) => matchesSchema(item, items, root));
  if (!isObject(value)) return true;
  const isKnown = schema.additionalProperties !== false || Object.keys(value).every((name) => name in properties);
  const isWhole = required.every((name) => name in value);
  return (
    isKnown &&
    isWhole &&
    Object.entries(properties).every(([name, part]) => !(name in value) || matchesSchema(value[name], part, root))
  );
}

function isWithin(
  value: unknown,
  {
    minItems = 0,
    maxItems = Infinity,
    minimum = -Infinity,
    maximum = Infinity,
    minLength = 0,
    maxLength = Infinity,
    pattern,
  }: JsonSchema,
): boolean {
  if (Array.isArray(value)) return value.length >= minItems && value.length <= maxItems;
  if (typeof value === 'number') return value >= minimum && value <= maximum;
  if (typeof value !== 'string') return true;
  return (
    value.length >= minLength && value.length <= maxLength && (pattern === undefined || new RegExp(pattern).test(value))
  );
}
