import { demonstrationPassword } from '@countersign/server/demonstration/people';

export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [key: string]: unknown };
}

// biome-ignore lint/suspicious/noExplicitAny: what an API answers has the shape the test asked for.
type Data = any;

export interface ApiAnswer {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly ApiError[];
  readonly extensions: Data;
  readonly headers: Headers;
}

/** Somebody who talks to the API over HTTP and keeps cookies as a browser does. */
export class ApiClient {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    readonly address = '203.0.113.7',
  ) {}

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async post(body: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': this.address,
        cookie: this.cookieHeader(),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    const text = await response.text();
    const { data = null, errors = [], extensions = null } = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, data, errors, extensions, headers: response.headers };
  }

  query(query: string, variables: Record<string, unknown> = {}): Promise<ApiAnswer> {
    return this.post({ query, variables });
  }

  /** As query, for what must succeed. */
  async data(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const { data, errors } = await this.query(query, variables);
    if (errors.length > 0)
      throw new Error(
        `${errors.map((error) => `${error.extensions.code} ${error.message}`).join('; ')} in ${query}`,
      );
    return data;
  }

  async signIn(username: string, password: string = demonstrationPassword): Promise<Data> {
    const { signIn } = await this.data(
      `mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on SignInThrottled { retryAfterSeconds } ... on SignInRefused { message } } }`,
      { input: { username, password } },
    );
    return signIn;
  }
}
