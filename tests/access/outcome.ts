import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import type { Caller } from './callers';
import type { Outcome } from './cells';
import type { Way } from './way';
import type { World } from './world';

/** How a field is asked for: the fewest arguments, and as little inside as shows that it is there. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const args = field.args.flatMap((arg) => {
    if (arg.name === 'first') return 'first: 5';
    const type = getNamedType(arg.type);
    return isRequiredArgument(arg) && isEnumType(type) ? `${arg.name}: ${type.getValues()[0]?.name}` : [];
  });
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${insideOf(field)}`;
}

function insideOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return '';
  const refusals = isObjectType(type) && 'userErrors' in type.getFields();
  return refusals ? ' { __typename userErrors { code } }' : ' { __typename }';
}

const nested = (steps: readonly string[], inside: string) =>
  steps.reduceRight((inner, step) => `${step} { ${inner} }`, inside);

const nameOf = (step: string) => /^\w+/.exec(step)?.[0] ?? '';

/** The objects at the end of a way; a list on it is followed through all it holds. */
function objectsAt(data: unknown, steps: readonly string[]): Record<string, unknown>[] {
  const [step, ...rest] = steps.filter((name) => !name.startsWith('...'));
  if (Array.isArray(data)) return data.flatMap((one) => objectsAt(one, steps));
  if (typeof data !== 'object' || data === null) return [];
  const here = data as Record<string, unknown>;
  return step === undefined ? [here] : objectsAt(here[nameOf(step)], rest);
}

function outcomeOfValues(values: readonly unknown[]): Outcome {
  const flat = values.map((value): Outcome => {
    if (value === null) return 'NULL';
    if (Array.isArray(value)) {
      if (value.length === 0) return 'EMPTY';
      return value.every((one) => one === null) ? 'NULL' : 'VALUE';
    }
    const { userErrors } = value as { userErrors?: readonly unknown[] };
    return userErrors?.length ? 'USER_ERROR' : 'VALUE';
  });
  if (flat.length === 0) return 'UNREACHABLE';
  return (['VALUE', 'USER_ERROR', 'EMPTY'] as const).find((outcome) => flat.includes(outcome)) ?? 'NULL';
}

function errorAt(answer: ApiAnswer, names: readonly string[]): Outcome | null {
  const at = names.join('.');
  const error = answer.errors.find(
    ({ path }) => path?.filter((part) => typeof part === 'string').join('.') === at,
  );
  return error ? (error.extensions.code as Outcome) : null;
}

/** Asks the API for real, once for all fields of an object that lie at the end of one way. */
export class Asker {
  private readonly answers = new Map<string, Promise<{ answer: ApiAnswer; steps: readonly string[] }>>();
  /** Requests sent. */
  get asked(): number {
    return this.answers.size;
  }

  constructor(
    private readonly world: World,
    private readonly schema: GraphQLSchema,
    private readonly url: string,
  ) {}

  private fieldsOf(type: string): GraphQLField<unknown, unknown>[] {
    const found = this.schema.getType(type);
    if (!isObjectType(found)) throw new Error(`${type} is no object type.`);
    return Object.values(found.getFields());
  }

  private clientFor(caller: Caller, steps: readonly string[]): Promise<ApiClient> | ApiClient {
    const ends = steps[0]?.startsWith('signOut');
    return ends ? this.world.freshClientOf(caller, this.url) : this.world.clientOf(caller, this.url);
  }

  private async ask(type: string, way: Way, caller: Caller) {
    const steps = await way(this.world, caller);
    const mutation = Object.keys(this.schema.getMutationType()?.getFields() ?? {}).includes(
      nameOf(steps[0] ?? ''),
    );
    const inside = this.fieldsOf(type).map(selectionOf).join(' ');
    const client = await this.clientFor(caller, steps);
    const answer = await client.query(`${mutation ? 'mutation ' : ''}{ ${nested(steps, inside)} }`);
    return { answer, steps };
  }

  private async askRoot(type: string, name: string, way: Way, caller: Caller) {
    const [text = ''] = await way(this.world, caller);
    const field = this.fieldsOf(type).find((one) => one.name === name);
    if (!field) throw new Error(`${type} has no ${name}.`);
    const client = await this.clientFor(caller, [text]);
    const answer = await client.query(
      `${type === 'Mutation' ? 'mutation ' : ''}{ ${text}${insideOf(field)} }`,
    );
    return { answer, steps: [] };
  }

  /** What comes of a caller's asking for Type.field on one way. */
  async outcome(path: string, wayName: string, way: Way, caller: Caller): Promise<Outcome> {
    const [type = '', name = ''] = path.split('.');
    const root = type === 'Query' || type === 'Mutation';
    const key = `${root ? path : type} ${wayName} ${caller}`;
    const asked =
      this.answers.get(key) ?? (root ? this.askRoot(type, name, way, caller) : this.ask(type, way, caller));
    this.answers.set(key, asked);
    const { answer, steps } = await asked;
    if (answer.data === null && answer.errors.some((error) => error.path === undefined))
      throw new Error(`${key}: ${JSON.stringify(answer.errors)}`);
    const names = steps.filter((step) => !step.startsWith('...')).map(nameOf);
    const error = errorAt(answer, [...names, name]);
    return (
      error ??
      outcomeOfValues(
        objectsAt(answer.data, steps)
          .filter((object) => name in object)
          .map((object) => object[name]),
      )
    );
  }
}
