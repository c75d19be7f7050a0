/** A file of the desk with the name that the desk gives it; or why there is none ('' when the desk was not reached). */
export async function fetchFile(
  address: string,
): Promise<{ name: string; blob: Blob } | { problem: string }> {
  const answer = await fetch(address).catch(() => null);
  if (answer === null) return { problem: '' };
  if (!answer.ok) {
    const { message } = (await answer.json().catch(() => ({}))) as { message?: string };
    return { problem: message ?? '' };
  }
  const name =
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'export';
  return { name: decodeURIComponent(name), blob: await answer.blob() };
}

/** Hands a file to whoever sits here. */
export function saveFile(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @returns null when it was downloaded, else the problem. */
export async function downloadFile(address: string): Promise<string | null> {
  const file = await fetchFile(address);
  if ('problem' in file) return file.problem;
  saveFile(file.name, file.blob);
  return null;
}
