/** What became of an upload: the import it is now, or a sentence why it is none. */
export type Sent = { readonly id: string } | { readonly problem: string };

interface Answer {
  readonly import?: { readonly id: string };
  readonly errors?: readonly { readonly message: string }[];
}

const unread = 'The server cannot be reached. Check your connection and choose the file once more.';

function answerOf(request: XMLHttpRequest): Sent {
  try {
    const answer: Answer = JSON.parse(request.responseText);
    if (answer.import) return { id: answer.import.id };
    const [error] = answer.errors ?? [];
    return { problem: error?.message ?? unread };
  } catch {
    return { problem: unread };
  }
}

/** Sends a file and tells how much of it is there; `fetch` would not say. Null where it was given up. */
export function sendFile(
  address: string,
  file: File,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Sent | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${address}?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.addEventListener('error', () => resolve({ problem: unread }));
    request.addEventListener('abort', () => resolve(null));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
