/** What a person ended up looking at. */
export interface ShownPage {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A person who goes through a provider's pages in a browser that keeps cookies. */
export interface PersonWithBrowser {
  visit(url: string, doing?: { readonly as?: string; readonly cancels?: boolean }): Promise<ShownPage>;
  /** The pages that were gone through, as the browser's history has them. */
  readonly history: readonly string[];
}

const longestWay = 30;

export const createPersonWithBrowser = (): PersonWithBrowser => {
  const cookies = new Map<string, string>();
  const history: string[] = [];

  const request = async (url: string, body?: URLSearchParams): Promise<Response> => {
    history.push(url);
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body ? { body } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };

  return {
    history,
    visit: async (start, { as = '', cancels = false } = {}) => {
      let response = await request(start);
      let url = start;
      let hasCancelled = false;
      for (let steps = 0; steps < longestWay; steps += 1) {
        const location = response.headers.get('location');
        if (location !== null) {
          url = new URL(location, url).href;
          response = await request(url);
          continue;
        }
        const { status, headers } = response;
        const text = await response.text();
        const abort = /href="([^"]*\/abort)"/.exec(text)?.[1];
        const form = readForm(text, as);
        if (cancels && abort !== undefined) {
          hasCancelled = true;
          url = new URL(abort, url).href;
          response = await request(url);
        } else if (form && !hasCancelled) {
          url = new URL(form.action, url).href;
          response = await request(url, form.fields);
        } else {
          return { url, status, headers, text };
        }
      }
      throw new Error('The pages go round in circles');
    },
  };
};

const readForm = (text: string, as: string) => {
  const [, action, content = ''] = /<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(text) ?? [];
  if (action === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [input] of content.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name !== undefined) fields.set(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  if (fields.has('login')) fields.set('login', as);
  if (fields.has('password')) fields.set('password', 'any');
  return { action: action.replaceAll('&amp;', '&'), fields };
};
